/** What the pool says of each sparse column, gathered in one pass and kept with the features. */
import type { Features } from '../../../src/modalities/contract.ts';

export interface ColumnSums {
  /** In how many items the column occurs. */
  readonly items: Uint32Array;
  /** Sum of absolute values, and of squares. */
  readonly absolute: Float64Array;
  readonly squares: Float64Array;
  /** Mean absolute value of all entries; 1 where there are none. */
  readonly overall: number;
}

const known = new WeakMap<Features, ColumnSums>();

export function columnSums(features: Features): ColumnSums {
  const found = known.get(features);
  if (found) return found;
  const { sparse, rows } = features;
  const items = new Uint32Array(sparse.columns);
  const absolute = new Float64Array(sparse.columns);
  const squares = new Float64Array(sparse.columns);
  const entries = sparse.indptr[rows] ?? 0;
  let total = 0;
  for (let e = 0; e < entries; e++) {
    const column = sparse.indices[e] as number;
    const value = Math.abs(sparse.values[e] as number);
    items[column] = (items[column] as number) + 1;
    absolute[column] = (absolute[column] as number) + value;
    squares[column] = (squares[column] as number) + value * value;
    total += value;
  }
  const sums = { items, absolute, squares, overall: entries === 0 ? 1 : total / entries };
  known.set(features, sums);
  return sums;
}

/** Mean absolute value of a column over the items that have it; of all entries where none has. */
export function typicalValue(features: Features, column: number): number {
  const { absolute, items, overall } = columnSums(features);
  const count = items[column] ?? 0;
  return count === 0 ? overall : (absolute[column] as number) / count;
}
