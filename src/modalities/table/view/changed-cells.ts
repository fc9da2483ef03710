/** Which cells of two rows differ, in the order of the first. Pure. */
import type { CellChange } from '../../explain-contract.ts';

type Cells = Readonly<Record<string, string>>;

export function changedCells(before: Cells, after: Cells): readonly CellChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((column) => {
    const [removed, put] = [before[column] ?? '', after[column] ?? ''];
    return removed === put ? [] : [{ kind: 'cell', column, removed, put }];
  });
}
