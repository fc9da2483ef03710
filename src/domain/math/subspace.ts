/**
 * The directions along which the rows of a matrix vary most: randomised subspace iteration (Halko,
 * Martinsson and Tropp 2011, algorithm 4.4). The basis spans the leading right singular vectors;
 * `rows * basis` are the latent features of LSA (Deerwester et al. 1990) up to a rotation, to which a
 * head with one precision for all of them is indifferent.
 */
import { orthonormalise } from './orthonormalise.ts';
import { createRng } from './rng.ts';

/** A matrix known only by what it does to a block of vectors (row-major, `width` columns). */
export interface LinearMap {
  readonly rows: number;
  readonly columns: number;
  readonly times: (block: Float32Array, width: number) => Float32Array;
  readonly transposedTimes: (block: Float32Array, width: number) => Float32Array;
}

const OVERSAMPLING = 8;
const POWER_ITERATIONS = 2;

export interface SubspaceOptions {
  readonly width: number;
  readonly seed: number;
  /** Called between the passes: the place to yield and to stop. */
  readonly between: () => Promise<void>;
}

/** Row-major [columns x width], orthonormal columns. `width` is at most what the matrix can have. */
export async function leadingSubspace(
  map: LinearMap,
  options: SubspaceOptions,
): Promise<Float32Array> {
  const { seed, between } = options;
  const wide = Math.min(options.width + OVERSAMPLING, map.rows, map.columns);
  const rng = createRng(seed);
  // Random signs serve as well as normal numbers (Halko et al., 4.6), and are quicker to draw.
  const start = Float32Array.from({ length: map.rows * wide }, () => (rng.next() < 0.5 ? -1 : 1));
  let right = map.transposedTimes(start, wide);
  for (let pass = 0; pass < POWER_ITERATIONS; pass++) {
    await between();
    const left = map.times(right, wide);
    await between();
    orthonormalise(left, wide);
    await between();
    right = map.transposedTimes(left, wide);
  }
  await between();
  orthonormalise(right, wide);
  return wide > options.width ? narrow(right, wide, options.width) : right;
}

function narrow(matrix: Float32Array, from: number, to: number): Float32Array {
  const rows = matrix.length / from;
  const result = new Float32Array(rows * to);
  for (let r = 0; r < rows; r++) result.set(matrix.subarray(r * from, r * from + to), r * to);
  return result;
}
