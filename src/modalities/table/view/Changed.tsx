import type { ItemContent } from '../../../domain/records.ts';
import type { CellChange } from '../../explain-contract.ts';
import type { ChangedViewProps } from '../../view-contract.ts';
import { strings } from './strings.ts';
import './table.css';

/** Only what changed: column, before, after. */
export function ChangedTable({ content, changed, changes }: ChangedViewProps) {
  const own =
    changes?.filter((one): one is CellChange => one.kind === 'cell') ?? compare(content, changed);
  return (
    <dl class="table-changes">
      {own.map(({ column, removed, put }) => (
        <div key={column}>
          <dt>{column}</dt>
          <dd>
            <del>
              <span class="visually-hidden">{strings.from}</span>
              {removed || strings.missing}
            </del>
            <span aria-hidden="true"> {strings.changedTo} </span>
            <ins>
              <span class="visually-hidden">{strings.to}</span>
              {put || strings.missing}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function compare(before: ItemContent, after: ItemContent): readonly CellChange[] {
  if (before.kind !== 'table' || after.kind !== 'table') return [];
  const names = new Set([...Object.keys(before.cells), ...Object.keys(after.cells)]);
  return [...names].flatMap((column): readonly CellChange[] => {
    const [removed, put] = [before.cells[column] ?? '', after.cells[column] ?? ''];
    return removed === put ? [] : [{ kind: 'cell', column, removed, put }];
  });
}
