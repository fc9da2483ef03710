import type { Cells } from './infer-columns.ts';
import type { TableState } from './state.ts';

const known = new WeakMap<TableState, Cells>();

/** The row that says least: each column at its median or its most frequent level. */
export function typicalRow(state: TableState): Cells {
  const found = known.get(state);
  if (found) return found;
  const row = Object.fromEntries(state.columns.map(({ name, typical }) => [name, typical]));
  known.set(state, row);
  return row;
}
