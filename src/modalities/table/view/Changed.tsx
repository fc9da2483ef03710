import type { CellChange } from '../../explain-contract.ts';
import type { ChangedViewProps } from '../../view-contract.ts';
import { changedCells } from './changed-cells.ts';
import { Cell } from './Item.tsx';
import { strings } from './strings.ts';
import './table.css';

/** What goes is struck out, what comes is underlined; screen readers are told in words. */
export function ChangedRow({ content, changed, changes }: ChangedViewProps) {
  if (content.kind !== 'table' || changed.kind !== 'table') return null;
  const cells =
    changes?.filter((one): one is CellChange => one.kind === 'cell') ??
    changedCells(content.cells, changed.cells);
  if (cells.length === 0) return <p class="study-quiet">{strings.same}</p>;
  return (
    <dl class="table-changes">
      {cells.map(({ column, removed, put }) => (
        <div key={column} class="table-change">
          <dt dir="auto">{column}</dt>
          <dd>
            <span class="visually-hidden">{strings.was}</span>
            <del>
              <Cell cell={removed} />
            </del>
            <span aria-hidden="true"> → </span>
            <span class="visually-hidden">{strings.becomes}</span>
            <ins>
              <Cell cell={put} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
