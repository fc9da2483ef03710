import type { ItemViewProps } from '../../view-contract.ts';
import { factsOf } from './cell-facts.ts';
import { cellsOfRow, type RowCell } from './columns-of-row.ts';
import { Spread } from './Spread.tsx';
import { strings } from './strings.ts';
import { Value } from './Value.tsx';
import './table.css';

/** More columns than these are one press away. */
const MOST_SHOWN = 30;
const MOST_SMALL = 6;

/** A row as a card: each value beside the spread of its column. */
export function TableItem({ content, overview, settings, isSmall }: ItemViewProps) {
  const cells = cellsOfRow(content, overview, settings);
  const read = cells.filter(({ isRead }) => isRead);
  if (isSmall) return <Small cells={read.length > 0 ? read : cells} />;
  const unread = cells.filter(({ isRead }) => !isRead);
  return (
    <div class="table-card">
      <Cells cells={read.slice(0, MOST_SHOWN)} />
      {read.length > MOST_SHOWN && (
        <details>
          <summary>{strings.more(read.length - MOST_SHOWN)}</summary>
          <Cells cells={read.slice(MOST_SHOWN)} />
        </details>
      )}
      {unread.length > 0 && (
        <details>
          <summary>{strings.unread(unread.length)}</summary>
          <Cells cells={unread} />
        </details>
      )}
    </div>
  );
}

function Cells({ cells }: { readonly cells: readonly RowCell[] }) {
  return (
    <dl class="table-cells">
      {cells.map(({ name, cell, column }) => {
        const facts = factsOf(cell, column);
        return (
          <div key={name} class="table-cell" data-kind={column?.kind ?? 'text'}>
            <dt>{name}</dt>
            <dd>
              <span class="table-value">
                <Value cell={cell} facts={facts} />
              </span>
              {column && <Spread column={column} facts={facts} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Small({ cells }: { readonly cells: readonly RowCell[] }) {
  return (
    <span class="table-small">
      {cells.slice(0, MOST_SMALL).map(({ name, cell }) => (
        <span key={name}>
          <span class="table-quiet">{name}</span> <span dir="auto">{cell || strings.missing}</span>
        </span>
      ))}
      {cells.length > MOST_SMALL && <span>…</span>}
    </span>
  );
}
