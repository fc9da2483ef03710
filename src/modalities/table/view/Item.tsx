import { useSignal } from '@preact/signals';
import { useShown } from '../../use-shown.ts';
import type { ItemViewProps } from '../../view-contract.ts';
import { isMissing } from '../missing.ts';
import { asOverview, type ColumnOverview } from '../overview.ts';
import { CellFacts } from './CellFacts.tsx';
import { Distribution } from './Distribution.tsx';
import { strings } from './strings.ts';
import './table.css';

const SMALL_COLUMNS = 5;
const SHOWN_COLUMNS = 40;

/** A row as a card: each value against those of its column. */
export function TableItem({ content, overview, settings, isSmall, onShown }: ItemViewProps) {
  useShown(true, onShown);
  const isOpen = useSignal(false);
  if (content.kind !== 'table') return null;
  const names = Object.keys(content.cells);
  if (isSmall) return <SmallRow names={names} cells={content.cells} />;
  const ignored = new Set(
    settings.columns?.filter(({ type }) => type === 'ignore').map(({ name }) => name),
  );
  const read = names.filter((name) => !ignored.has(name));
  const shown = isOpen.value ? read : read.slice(0, SHOWN_COLUMNS);
  const columns = new Map(asOverview(overview)?.columns.map((column) => [column.name, column]));
  const rest = read.length - shown.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and here are none
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a tall card scrolls in its frame, so the keyboard must reach it
    <div class="table-card" role="group" aria-label={strings.card} tabIndex={0}>
      <dl class="table-rows">
        {shown.map((name) => (
          <Row key={name} name={name} cell={content.cells[name] ?? ''} column={columns.get(name)} />
        ))}
      </dl>
      {rest > 0 && (
        <button
          type="button"
          class="table-more"
          onClick={() => {
            isOpen.value = true;
          }}
        >
          {strings.more(rest)}
        </button>
      )}
      {ignored.size > 0 && (
        <details class="table-ignored">
          <summary>{strings.ignored}</summary>
          <SmallRow names={names.filter((name) => ignored.has(name))} cells={content.cells} isAll />
        </details>
      )}
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly cell: string;
  readonly column: ColumnOverview | undefined;
}

function Row({ name, cell, column }: RowProps) {
  return (
    <div class="table-row">
      <dt dir="auto">{name}</dt>
      <dd>
        <Cell cell={cell} />
        <CellFacts cell={cell} column={column} />
      </dd>
      <Distribution cell={cell} column={column} />
    </div>
  );
}

export function Cell({ cell }: { readonly cell: string }) {
  return isMissing(cell) ? (
    <em class="table-missing">{strings.missing}</em>
  ) : (
    <span class="table-cell" dir="auto">
      {cell}
    </span>
  );
}

interface SmallRowProps {
  readonly names: readonly string[];
  readonly cells: Readonly<Record<string, string>>;
  readonly isAll?: boolean;
}

function SmallRow({ names, cells, isAll = false }: SmallRowProps) {
  const known = names.filter((name) => !isMissing(cells[name]));
  const shown = isAll ? known : known.slice(0, SMALL_COLUMNS);
  return (
    <span class="table-small">
      {shown.map((name, i) => (
        <span key={name}>
          {i > 0 && ' · '}
          <span class="table-quiet">{name}</span> {cells[name]}
        </span>
      ))}
    </span>
  );
}
