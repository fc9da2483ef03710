/**
 * Prior variance of the score of each row, x' Lambda^-1 x. Squared lengths of the two views are summed
 * once per row; what a person has said of single columns is taken out of them.
 */
import type { Features } from '../../../src/modalities/contract.ts';
import type { HyperParameters } from '../head/types.ts';
import type { PriorScale } from './prior-scale.ts';

/** Of rows that were asked for; NaN = not yet summed. */
interface Squares {
  readonly dense: Float32Array;
  readonly ofSparse: Float32Array;
  readonly ofDense: Float32Array;
}

/** By the sparse values: the rows of an array never change, there may be more of them. */
const known = new WeakMap<Float32Array, Squares>();

export interface LengthsInput {
  readonly features: Features;
  readonly hyper: HyperParameters;
  readonly scale: PriorScale;
}

/** [rows], each with an intercept. */
export function priorVariances(
  { features, hyper, scale }: LengthsInput,
  rows: Int32Array,
): Float64Array {
  const { ofSparse, ofDense } = squaresOf(features, rows);
  const lacking = new Map(
    scale.changed.filter(({ block }) => block === 'sparse').map((one) => [one.column, one.lacks]),
  );
  const changedDense = scale.changed.filter(({ block }) => block === 'dense');
  return Float64Array.from(rows, (row) => {
    let sum =
      scale.intercept +
      (ofSparse[row] as number) / hyper.sparse +
      (ofDense[row] as number) / hyper.dense;
    if (lacking.size > 0) sum -= lackOf(features, row, lacking);
    for (const { column, lacks } of changedDense)
      sum -= lacks * (features.dense[row * features.denseDims + column] as number) ** 2;
    return sum;
  });
}

function lackOf({ sparse }: Features, row: number, lacking: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++) {
    const lacks = lacking.get(sparse.indices[e] as number);
    if (lacks !== undefined) sum += lacks * (sparse.values[e] as number) ** 2;
  }
  return sum;
}

function squaresOf(features: Features, rows: Int32Array): Squares {
  const { denseDims, dense, sparse } = features;
  const squares = roomFor(features);
  for (const row of rows) {
    if (!Number.isNaN(squares.ofDense[row])) continue;
    squares.ofDense[row] = sumSquares(dense, row * denseDims, (row + 1) * denseDims);
    const end = sparse.indptr[row + 1] as number;
    squares.ofSparse[row] = sumSquares(sparse.values, sparse.indptr[row] as number, end);
  }
  return squares;
}

function roomFor({ rows, dense, sparse }: Features): Squares {
  const before = known.get(sparse.values);
  const isSame = before?.dense === dense;
  if (before && isSame && before.ofDense.length >= rows) return before;
  const ofSparse = new Float32Array(rows).fill(Number.NaN);
  const ofDense = new Float32Array(rows).fill(Number.NaN);
  if (before && isSame) {
    ofSparse.set(before.ofSparse);
    ofDense.set(before.ofDense);
  }
  const made = { dense, ofSparse, ofDense };
  known.set(sparse.values, made);
  return made;
}

function sumSquares(values: Float32Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += (values[at] as number) ** 2;
  return sum;
}
