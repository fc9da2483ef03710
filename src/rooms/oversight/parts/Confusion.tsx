import { useSignal } from '@preact/signals';
import type { ConfusionReport } from '../../../../workers/api.ts';
import type { ClassId } from '../../../domain/records.ts';
import { Button } from '../../../ui/Button.tsx';
import { mistakes, occurring } from '../confusion-table.ts';
import type { OversightProps } from '../props.ts';
import { strings } from '../strings.ts';
import { ItemList } from './ItemList.tsx';
import { Matrix } from './Matrix.tsx';

const { confusion: words } = strings;
/** With more classes the list of mistakes is read first, and the table on request. */
const FEW_CLASSES = 12;
const WORST = 8;

export interface CellKey {
  readonly truth: ClassId;
  readonly said: ClassId;
}

interface ConfusionProps extends OversightProps {
  readonly report: ConfusionReport;
}

export function Confusion(props: ConfusionProps) {
  const { session, report } = props;
  const isMulti = session.project.value.mode === 'multi';
  return (
    <section class="oversight-section" aria-labelledby="oversight-confusion">
      <h2 id="oversight-confusion">{words.title}</h2>
      {isMulti && <p>{words.multi}</p>}
      {!isMulti && report.audits === 0 && <p>{words.empty}</p>}
      {!isMulti && report.audits > 0 && <Known {...props} />}
    </section>
  );
}

function Known(props: ConfusionProps) {
  const { services, session, nameOf, report } = props;
  const opened = useSignal<CellKey | null>(null);
  const open = (cell: CellKey): void => {
    opened.value = cell;
  };
  const classIds = occurring(
    report,
    session.project.value.classes.map(({ id }) => id),
  );
  const matrix = <Matrix {...props} classIds={classIds} opened={opened.value} onOpen={open} />;
  const cell = report.cells.find(
    ({ truth, said }) => truth === opened.value?.truth && said === opened.value.said,
  );
  return (
    <>
      <p class="oversight-quiet">{words.lead(report.audits)}</p>
      <Worst {...props} onOpen={open} />
      {classIds.length <= FEW_CLASSES ? (
        matrix
      ) : (
        <details class="oversight-more">
          <summary>{words.whole(classIds.length)}</summary>
          {matrix}
        </details>
      )}
      {cell && (
        <div class="oversight-section">
          <h3>{words.opened(cell.itemIds.length, nameOf(cell.truth), nameOf(cell.said))}</h3>
          <ItemList
            key={`${cell.truth} ${cell.said}`}
            services={services}
            session={session}
            itemIds={cell.itemIds}
          />
          <Button
            onClick={() => {
              opened.value = null;
            }}
          >
            {words.close}
          </Button>
        </div>
      )}
    </>
  );
}

function Worst({
  report,
  nameOf,
  onOpen,
}: ConfusionProps & { readonly onOpen: (cell: CellKey) => void }) {
  const worst = mistakes(report).slice(0, WORST);
  if (worst.length === 0) return <p>{words.noMistakes}</p>;
  return (
    <>
      <h3>{words.worst}</h3>
      <ol class="oversight-worst">
        {worst.map(({ cell, all }) => (
          <li key={`${cell.truth} ${cell.said}`}>
            <Button onClick={() => onOpen(cell)}>
              {words.worstRow(nameOf(cell.truth), nameOf(cell.said))}
            </Button>
            <span class="oversight-quiet">
              {words.ofTruth(cell.itemIds.length, all, nameOf(cell.truth))}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
