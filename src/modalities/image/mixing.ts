/**
 * The pooled columns hang together: backgrounds, light and size move hundreds of them at once and
 * drown what is rare. Here they are turned onto their principal axes, each scaled to nearly the same
 * variance (Jegou and Chum 2012), so that a few answers suffice to find the axis that matters.
 */

import { orthonormalise } from '../../domain/math/orthonormalise.ts';
import { createRng } from '../../domain/math/rng.ts';
import { eigenSymmetric } from './whitening.ts';

export interface Mixing {
  /** Row-major [columns x dims]: features = (pooled - mean) * gain, times this. */
  readonly matrix: Float32Array;
  readonly dims: number;
}

export interface MixingInput {
  /** Row-major [rows x columns], centred. */
  readonly rows: Float32Array;
  readonly columns: number;
  readonly seed: number;
  readonly between: (fraction: number) => Promise<void>;
}

const MOST_DIMS = 256;
/**
 * Variances v become v^(1 - 2 EVENING): 0 leaves them, 1/2 makes them all alike. All alike serves what
 * shows in few pixels and hurts what shows in many; half-way serves both.
 */
const EVENING = 0.25;
/** Added to the variance of each axis, as a share of the mean variance. */
const FLOOR = 0.1;
/** Fewer pictures than these say little about the weak axes, which are then raised less. */
const SURE_ROWS = 600;
/** Mean square of the length of a row in the end: two, one for forms and one for colours. */
const SQUARE_LENGTH = 2;
/** A second one changed nothing that was measured. */
const PASSES = 1;

export async function learnMixing(input: MixingInput): Promise<Mixing> {
  const { rows, columns } = input;
  const count = columns === 0 ? 0 : rows.length / columns;
  const wide = Math.min(MOST_DIMS, count, columns);
  if (wide === 0) return { matrix: new Float32Array(0), dims: 0 };
  const basis = await leadingAxes(input, wide);
  const scores = await times(rows, basis, { inner: columns, width: wide, between: input.between });
  const { values, vectors } = await eigenSymmetric(meanProducts(scores, wide), wide, () =>
    input.between(0.9),
  );
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  if (total <= 1e-12) return { matrix: new Float32Array(columns), dims: 1 };
  const floor = (FLOOR * Math.max(1, SURE_ROWS / count) * total) / wide;
  const scales = values.map((value) => (Math.max(0, value) + floor) ** -EVENING);
  const square = values.reduce(
    (sum, value, d) => sum + Math.max(0, value) * (scales[d] as number) ** 2,
    0,
  );
  const last = Math.sqrt(SQUARE_LENGTH / square);
  const turn = new Float32Array(wide * wide);
  for (let d = 0; d < wide; d++)
    for (let k = 0; k < wide; k++)
      turn[k * wide + d] = (vectors[d * wide + k] as number) * (scales[d] as number) * last;
  const between = input.between;
  return { matrix: await times(basis, turn, { inner: wide, width: wide, between }), dims: wide };
}

/** Randomised subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4). */
async function leadingAxes(
  { rows, columns, seed, between }: MixingInput,
  width: number,
): Promise<Float32Array> {
  const rng = createRng(seed);
  const count = rows.length / columns;
  let left: Float32Array<ArrayBufferLike> = Float32Array.from({ length: count * width }, () =>
    rng.next() < 0.5 ? -1 : 1,
  );
  const turned = transpose(rows, columns);
  for (let pass = 0; pass <= PASSES; pass++) {
    if (pass > 0) orthonormalise(left, width);
    const right = await times(turned, left, { inner: count, width, between });
    if (pass === PASSES) {
      orthonormalise(right, width);
      return right;
    }
    left = await times(rows, right, { inner: columns, width, between });
  }
  throw new Error('unreachable: the last pass returns');
}

interface Shape {
  readonly inner: number;
  readonly width: number;
  readonly between: (fraction: number) => Promise<void>;
}

/** Multiplications between two pauses: some 20 ms of work. */
const PIECE = 16_000_000;

/** Plain product [n x inner] [inner x width] in pieces: the same numbers on every device. */
async function times(
  a: Float32Array,
  b: Float32Array,
  { inner, width, between }: Shape,
): Promise<Float32Array> {
  const rows = a.length / inner;
  const result = new Float32Array(rows * width);
  const piece = Math.max(1, Math.floor(PIECE / (inner * width)));
  for (let from = 0; from < rows; from += piece) {
    const to = Math.min(rows, from + piece);
    for (let row = from; row < to; row++) addRow(a, b, result, { row, inner, width });
    await between(to / rows);
  }
  return result;
}

/** One row of the product; four rows of the right side at a time, so that each sum is read once for four. */
function addRow(
  a: Float32Array,
  b: Float32Array,
  result: Float32Array,
  { row, inner, width }: { readonly row: number; readonly inner: number; readonly width: number },
): void {
  const out = row * width;
  const at = (k: number): number => (k < inner ? (a[row * inner + k] as number) : 0);
  for (let k = 0; k < inner; k += 4) {
    const [v0, v1, v2, v3] = [at(k), at(k + 1), at(k + 2), at(k + 3)];
    const base = k * width;
    const last = (inner - 1) * width;
    const b1 = Math.min(base + width, last);
    const b2 = Math.min(base + 2 * width, last);
    const b3 = Math.min(base + 3 * width, last);
    for (let j = 0; j < width; j++)
      result[out + j] =
        (result[out + j] as number) +
        v0 * (b[base + j] as number) +
        v1 * (b[b1 + j] as number) +
        v2 * (b[b2 + j] as number) +
        v3 * (b[b3 + j] as number);
  }
}

function transpose(matrix: Float32Array, columns: number): Float32Array {
  const rows = matrix.length / columns;
  const result = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      result[column * rows + row] = matrix[row * columns + column] as number;
  return result;
}

/** Row-major [width x width]: mean over the rows of the products of each two columns. */
function meanProducts(scores: Float32Array, width: number): Float64Array {
  const rows = scores.length / width;
  const sums = new Float64Array(width * width);
  for (let row = 0; row < rows; row++) {
    const at = row * width;
    for (let i = 0; i < width; i++) {
      const value = (scores[at + i] as number) / rows;
      for (let j = 0; j < width; j++)
        sums[i * width + j] = (sums[i * width + j] as number) + value * (scores[at + j] as number);
    }
  }
  return sums;
}
