import type { Features } from '../../../src/modalities/contract.ts';

interface Sums {
  readonly sum: Float64Array;
  readonly items: Uint32Array;
  /** Mean of all entries. */
  readonly overall: number;
}

const known = new WeakMap<Features, Sums>();

/** Mean absolute value of a sparse column over the items that have it; of all entries where none has. */
export function typicalValue(features: Features, column: number): number {
  const { sum, items, overall } = sumsOf(features);
  const count = items[column] ?? 0;
  return count === 0 ? overall : (sum[column] as number) / count;
}

function sumsOf(features: Features): Sums {
  const found = known.get(features);
  if (found) return found;
  const { sparse, rows } = features;
  const sum = new Float64Array(sparse.columns);
  const items = new Uint32Array(sparse.columns);
  const entries = sparse.indptr[rows] ?? 0;
  let total = 0;
  for (let e = 0; e < entries; e++) {
    const column = sparse.indices[e] as number;
    const value = Math.abs(sparse.values[e] as number);
    sum[column] = (sum[column] as number) + value;
    items[column] = (items[column] as number) + 1;
    total += value;
  }
  const sums = { sum, items, overall: entries === 0 ? 1 : total / entries };
  known.set(features, sums);
  return sums;
}
