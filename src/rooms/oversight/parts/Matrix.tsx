import type { ConfusionReport } from '../../../../workers/api.ts';
import type { ClassId } from '../../../domain/records.ts';
import type { NameOf } from '../../shared/study/say.ts';
import { countOf } from '../confusion-table.ts';
import { strings } from '../strings.ts';
import type { CellKey } from './Confusion.tsx';
import { Scrolled } from './Scrolled.tsx';

const { confusion: words } = strings;

interface MatrixProps {
  readonly report: ConfusionReport;
  readonly nameOf: NameOf;
  readonly classIds: readonly ClassId[];
  readonly opened: CellKey | null;
  readonly onOpen: (cell: CellKey) => void;
}

/** Rows: what a person said; columns: what the model says. Empty cells are no buttons. */
export function Matrix(props: MatrixProps) {
  const { classIds, nameOf } = props;
  return (
    <Scrolled label={words.region}>
      <table class="oversight-matrix">
        <thead>
          <tr>
            <th scope="col">{words.corner}</th>
            {classIds.map((id) => (
              <th key={id} scope="col" dir="auto">
                {nameOf(id)}
              </th>
            ))}
            <th scope="col">{words.total}</th>
          </tr>
        </thead>
        <tbody>
          {classIds.map((truth) => (
            <Row key={truth} {...props} truth={truth} />
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Row({
  report,
  nameOf,
  classIds,
  opened,
  onOpen,
  truth,
}: MatrixProps & { readonly truth: ClassId }) {
  const ofTruth = new Map(
    report.cells.filter((cell) => cell.truth === truth).map((cell) => [cell.said, cell.itemIds]),
  );
  return (
    <tr>
      <th scope="row" dir="auto">
        {nameOf(truth)}
      </th>
      {classIds.map((said) => {
        const n = ofTruth.get(said)?.length ?? 0;
        if (n === 0)
          return (
            <td key={said} class="oversight-quiet">
              0
            </td>
          );
        return (
          <td key={said} data-right={truth === said}>
            <button
              type="button"
              aria-label={words.cell(n, nameOf(truth), nameOf(said))}
              aria-pressed={opened?.truth === truth && opened.said === said}
              onClick={() => onOpen({ truth, said })}
            >
              {n}
            </button>
          </td>
        );
      })}
      <td>{countOf(report.cells, truth)}</td>
    </tr>
  );
}
