/** Small made-up pools: classes are clouds in the dense block, with a word of their own in the sparse one. */
import { createRng } from '../../../src/domain/math/rng.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import type { LabelledRow } from '../../../workers/learn/learner.ts';

export const DIMS = 8;

export function makePool(rows: number, classes: number, seed = 1): Features {
  const rng = createRng(seed);
  const dense = new Float32Array(rows * DIMS).map((_, i) => {
    const isOwn = i % DIMS === (Math.floor(i / DIMS) % classes) % DIMS;
    return (isOwn ? 0.8 : 0) + 0.4 * rng.normal();
  });
  const columns = classes + 20;
  const indices = new Uint32Array(rows * 2).map((_, e) =>
    e % 2 === 0 ? Math.floor(e / 2) % classes : classes + rng.integer(20),
  );
  const indptr = Uint32Array.from({ length: rows + 1 }, (_, r) => 2 * r);
  const values = new Float32Array(rows * 2).fill(Math.SQRT1_2);
  return { rows, denseDims: DIMS, dense, sparse: { rows, columns, indptr, indices, values } };
}

/** The class a row was made from. */
export function truthOf(row: number, classes: number): number {
  return row % classes;
}

export function labelsOf(rows: readonly number[], classes: number): LabelledRow[] {
  return rows.map((row) => ({ row, classes: [truthOf(row, classes)] }));
}

export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = a.length === b.length ? 0 : Number.POSITIVE_INFINITY;
  for (let i = 0; i < a.length; i++)
    most = Math.max(most, Math.abs((a[i] as number) - (b[i] as number)));
  return most;
}

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
