import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { type FeatureRef, featureKey } from '../../../domain/explanation/feature.ts';
import type { ColumnPart } from '../../explain-contract.ts';
import {
  groupParts,
  type PartShare,
  type Strength,
  scaleOf,
  sharesFor,
  strengthOf,
} from '../../share.ts';
import type { ExplainedViewProps, FeaturePick } from '../../view-contract.ts';
import { asOverview, type ColumnOverview } from '../overview.ts';
import { CellFacts } from './CellFacts.tsx';
import { Cell } from './Item.tsx';
import { strings } from './strings.ts';
import './table.css';

const SHOWN = 10;

/** Column by column: how far each spoke for or against a class, the strongest first. */
export function ExplainedRow(props: ExplainedViewProps) {
  const { content, index, mode, className, saidKeys, onPick, overview } = props;
  const isAll = useSignal(false);
  const parts = useMemo(
    () => props.parts.filter((part): part is ColumnPart => part.kind === 'column'),
    [props.parts],
  );
  const groups = useMemo(() => groupParts(parts), [parts]);
  const shares = useMemo(
    () => [...sharesFor(groups, index, mode)].sort((a, b) => Math.abs(b.total) - Math.abs(a.total)),
    [groups, index, mode],
  );
  const scale = scaleOf(groups, mode);
  if (content.kind !== 'table') return null;
  const columns = new Map(asOverview(overview)?.columns.map((column) => [column.name, column]));
  const shown = isAll.value ? shares : shares.slice(0, SHOWN);
  return (
    <>
      <ul class="table-shares" data-study-main tabIndex={-1}>
        {shown.map((share) => {
          const part = share.parts[0] as ColumnPart;
          const cell = content.cells[part.column] ?? '';
          return (
            <li key={share.key}>
              <Share
                {...{ share, part, cell, scale, className, saidKeys, onPick }}
                column={columns.get(part.column)}
              />
            </li>
          );
        })}
      </ul>
      {shares.length > SHOWN && (
        <button
          type="button"
          class="table-more"
          onClick={() => {
            isAll.value = !isAll.value;
          }}
        >
          {isAll.value ? strings.fewer : strings.all(shares.length)}
        </button>
      )}
      <p class="study-quiet">{strings.legend(className)}</p>
    </>
  );
}

interface ShareProps {
  readonly share: PartShare<ColumnPart>;
  readonly part: ColumnPart;
  readonly cell: string;
  readonly scale: number;
  readonly className: string;
  readonly saidKeys: ReadonlySet<string>;
  readonly column: ColumnOverview | undefined;
  readonly onPick: (pick: FeaturePick) => void;
}

/** A level is a feature of its own, beside its column: each can be picked. */
function Share(props: ShareProps) {
  const { part, cell, saidKeys, column, onPick } = props;
  const level = levelOf(cell, column);
  const pick = (feature: FeatureRef) => (event: MouseEvent) =>
    // A press by the keyboard has no pointer.
    onPick({ feature, range: null, isByKeyboard: event.detail === 0 });
  const own: FeatureRef =
    level === null ? part.feature : { kind: 'column', column: part.column, level };
  return (
    <>
      <ShareButton {...props} feature={own} onClick={pick(own)} />
      {level !== null && (
        <button
          type="button"
          class="table-whole"
          data-feature={featureKey(part.feature)}
          data-said={saidKeys.has(featureKey(part.feature))}
          aria-label={strings.wholeOf(part.column)}
          onClick={pick(part.feature)}
        >
          {strings.whole}
        </button>
      )}
    </>
  );
}

/** The level that the model knows the cell by; null where the column has none. */
function levelOf(cell: string, column: ColumnOverview | undefined): string | null {
  if (column?.kind !== 'category') return null;
  return column.levels.find(({ level }) => level === cell.trim())?.level ?? null;
}

interface ShareButtonProps extends ShareProps {
  readonly feature: FeatureRef;
  readonly onClick: (event: MouseEvent) => void;
}

function ShareButton(props: ShareButtonProps) {
  const { share, part, cell, scale, className, saidKeys, column, feature, onClick } = props;
  const isSaid = saidKeys.has(featureKey(feature));
  const strength = strengthOf(share.total, scale);
  const name = sayShare({ part, cell, total: share.total, className, strength });
  return (
    <button
      type="button"
      class="table-share"
      data-feature={featureKey(feature)}
      data-said={isSaid}
      data-strength={strength}
      aria-label={isSaid ? strings.said(name) : name}
      onClick={onClick}
    >
      <span class="table-share-name" dir="auto">
        {part.column}
      </span>
      <span class="table-share-value">
        <Cell cell={cell} /> <CellFacts cell={cell} column={column} />
      </span>
      <Bar total={share.total} scale={scale} strength={strength} />
    </button>
  );
}

interface Sentence {
  readonly part: ColumnPart;
  readonly cell: string;
  readonly total: number;
  readonly className: string;
  readonly strength: Strength;
}

function sayShare({ part, cell, total, className, strength }: Sentence): string {
  const value = cell === '' ? strings.missing : cell;
  if (strength === 0) return strings.saysNothing(part.column, value, className);
  const verb = total < 0 ? 'against' : 'for';
  return strings.speaks(part.column, value, verb, className, strings.strength[strength]);
}

interface BarProps {
  readonly total: number;
  readonly scale: number;
  readonly strength: Strength;
}

/** Right of the middle for, left of it against; the sign stands beside it. */
function Bar({ total, scale, strength }: BarProps) {
  const length = scale === 0 ? 0 : (Math.abs(total) / scale) * 48;
  const sign = strength === 0 ? '' : total < 0 ? '−' : '+';
  return (
    <span class="table-bar" data-verb={total < 0 ? 'against' : 'for'} aria-hidden="true">
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect class="table-bar-axis" x="49.6" y="0" width="0.8" height="12" />
        <rect
          class="table-bar-fill"
          x={total < 0 ? 50 - length : 50}
          y="2"
          width={Math.max(0.5, length)}
          height="8"
        />
      </svg>
      <b>{sign}</b>
    </span>
  );
}
