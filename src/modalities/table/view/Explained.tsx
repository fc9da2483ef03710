import { useMemo } from 'preact/hooks';
import { type FeatureRef, featureKey } from '../../../domain/explanation/feature.ts';
import type { ColumnPart } from '../../explain-contract.ts';
import { groupParts, type PartShare, scaleOf, sharesFor, strengthOf } from '../../share.ts';
import type { ExplainedViewProps } from '../../view-contract.ts';
import { factsOf } from './cell-facts.ts';
import { cellsOfRow, type RowCell } from './columns-of-row.ts';
import { strings } from './strings.ts';
import { Value } from './Value.tsx';
import './table.css';

/** The columns that say most; the others are one press away. */
const MOST_SHOWN = 12;

type Share = PartShare<ColumnPart>;

/** What each column says, the strongest first, as bars to either side of nothing. */
export function ExplainedTable(props: ExplainedViewProps) {
  const { index, mode, className } = props;
  const parts = useMemo(
    () => props.parts.filter((part): part is ColumnPart => part.kind === 'column'),
    [props.parts],
  );
  const groups = useMemo(() => groupParts(parts), [parts]);
  const scale = useMemo(() => scaleOf(groups, mode), [groups, mode]);
  const shares = [...sharesFor(groups, index, mode)].sort(
    (a, b) => Math.abs(b.total) - Math.abs(a.total),
  );
  const rows = { ...props, scale };
  const isBare = shares.every(({ total }) => strengthOf(total, scale) === 0);
  return (
    <div class="table-explained" data-study-main tabIndex={-1}>
      <Rows {...rows} shares={shares.slice(0, MOST_SHOWN)} />
      {shares.length > MOST_SHOWN && (
        <details>
          <summary>{strings.more(shares.length - MOST_SHOWN)}</summary>
          <Rows {...rows} shares={shares.slice(MOST_SHOWN)} />
        </details>
      )}
      {isBare ? (
        <p class="table-quiet">{strings.nothing(className)}</p>
      ) : (
        <p class="table-legend table-quiet">
          <span class="table-plus">{`${strings.legendFor} ${className}`}</span>
          <span class="table-minus">{`${strings.legendAgainst} ${className}`}</span>
          <span>{strings.legendMore}</span>
        </p>
      )}
    </div>
  );
}

interface RowsProps extends ExplainedViewProps {
  readonly scale: number;
  readonly shares: readonly Share[];
}

function Rows({ shares, ...props }: RowsProps) {
  const { content, overview, settings } = props;
  const cells = new Map(cellsOfRow(content, overview, settings).map((one) => [one.name, one]));
  return (
    <ul class="table-shares">
      {shares.map((share) => {
        const column = share.parts[0]?.column ?? '';
        const cell = cells.get(column);
        return cell ? <Row key={column} {...props} share={share} cell={cell} /> : null;
      })}
    </ul>
  );
}

interface RowProps extends Omit<RowsProps, 'shares'> {
  readonly share: Share;
  readonly cell: RowCell;
}

function Row({ share, cell: { name, cell, column }, scale, ...props }: RowProps) {
  const { className, saidKeys, onPick } = props;
  const facts = factsOf(cell, column);
  const whole: FeatureRef = { kind: 'column', column: name };
  const hasLevel = column?.levels?.some(({ level }) => level === cell.trim()) ?? false;
  const own: FeatureRef = hasLevel ? { ...whole, level: cell.trim() } : whole;
  const strength = strengthOf(share.total, scale);
  const verb = share.total < 0 ? 'against' : 'for';
  const title = `${name}: ${facts.isMissing ? strings.missing : cell}`;
  const says =
    strength === 0
      ? strings.names.none(title, className)
      : strings.names.part(title, verb, className, strings.strength[strength]);
  const isSaid = (feature: FeatureRef): boolean => saidKeys.has(featureKey(feature));
  const press = (feature: FeatureRef) => (event: MouseEvent) =>
    // A screen reader, a switch or a key presses without a pointer.
    onPick({ feature, range: null, isByKeyboard: event.detail === 0 });
  return (
    <li class="table-share-row" data-verb={verb} data-strength={strength}>
      {hasLevel ? (
        <button
          type="button"
          class="table-pick table-pick-column"
          data-feature={featureKey(whole)}
          data-said={isSaid(whole)}
          aria-label={isSaid(whole) ? strings.names.said(name) : strings.names.column(name)}
          onClick={press(whole)}
        >
          {name}
        </button>
      ) : (
        <span class="table-name">{name}</span>
      )}
      <button
        type="button"
        class="table-pick"
        data-feature={featureKey(own)}
        data-said={isSaid(own)}
        aria-label={isSaid(own) ? strings.names.said(says) : says}
        onClick={press(own)}
      >
        <Value cell={cell} facts={facts} />
      </button>
      <Diverging share={share.total} scale={scale} />
    </li>
  );
}

function Diverging({ share, scale }: { readonly share: number; readonly scale: number }) {
  const part = scale === 0 ? 0 : Math.min(1, Math.abs(share) / scale);
  const width = part * 49;
  const isFor = share >= 0;
  return (
    <span class="table-diverging" aria-hidden="true">
      <span class={isFor ? 'table-plus' : 'table-minus'}>
        {part < 0.02 ? '' : isFor ? '+' : '−'}
      </span>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect class="table-track" x="0" y="2" width="100" height="8" />
        <rect
          class={isFor ? 'table-for' : 'table-against'}
          x={isFor ? 50 : 50 - width}
          y="2"
          width={width}
          height="8"
        />
        <rect class="table-zero" x="49.5" y="0" width="1" height="12" />
      </svg>
    </span>
  );
}
