/**
 * The order of the first questions: MaxHerding (Bae et al. 2024). Each next item is the one that
 * most raises how well the items taken so far represent all others,
 *   gain(i) = sum_u max(0, k(i, u) - max_{taken t} k(t, u)),   k = exp(SHARPNESS (cosine - 1)),
 * so typical items come first, then what they leave uncovered. An exact duplicate gains nothing and
 * comes after everything else. O(n^2 d) once for n sampled items; gains only shrink as items are
 * taken (submodularity), so old ones are upper bounds and few must be computed anew (Minoux 1978).
 */
import { createRng, deriveSeed, shuffled } from '../../src/domain/math/rng.ts';
import type { Features } from '../../src/modalities/contract.ts';

/** Items among which the spread is chosen; more would cost the first question its quickness. */
const SAMPLE = 1_500;
const SHARPNESS = 4;
/** Vectors compared together, so that each number read serves four sums. */
const BLOCK = 4;

/** The first `count` rows of the spread: the same prefix whatever the count. Ties: first sampled. */
export function spreadOrder(features: Features, seed: number, count: number): readonly number[] {
  const all = Array.from({ length: features.rows }, (_, row) => row);
  const rows = shuffled(all, createRng(deriveSeed(seed, 'spread'))).slice(0, SAMPLE);
  const similarity = similarities(unitRows(features, rows), rows.length);
  return herd(similarity, rows.length, Math.min(count, rows.length)).map((i) => rows[i] as number);
}

function herd(similarity: Float32Array, n: number, count: number): number[] {
  const covered = new Float32Array(n);
  const bounds = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const knownAt = new Int32Array(n).fill(-1);
  const order: number[] = [];
  while (order.length < count) {
    const best = indexOfMax(bounds);
    if (knownAt[best] !== order.length) {
      bounds[best] = gainOf(similarity, covered, best);
      knownAt[best] = order.length;
      continue;
    }
    order.push(best);
    bounds[best] = Number.NEGATIVE_INFINITY;
    for (let u = 0; u < n; u++)
      covered[u] = Math.max(covered[u] as number, similarity[best * n + u] as number);
  }
  return order;
}

function gainOf(similarity: Float32Array, covered: Float32Array, i: number): number {
  const n = covered.length;
  let gain = 0;
  for (let u = 0; u < n; u++) {
    const more = (similarity[i * n + u] as number) - (covered[u] as number);
    if (more > 0) gain += more;
  }
  return gain;
}

function indexOfMax(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++)
    if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}

/** The rows listed, scaled to unit length (or zero), padded with zero rows to whole blocks. */
function unitRows({ dense, denseDims }: Features, rows: readonly number[]): Float32Array {
  const result = new Float32Array(Math.ceil(rows.length / BLOCK) * BLOCK * denseDims);
  rows.forEach((row, i) => {
    const vector = dense.subarray(row * denseDims, (row + 1) * denseDims);
    let square = 0;
    for (const value of vector) square += value * value;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let k = 0; k < denseDims; k++) result[i * denseDims + k] = (vector[k] as number) * scale;
  });
  return result;
}

/** Symmetric [n x n]. */
function similarities(units: Float32Array, n: number): Float32Array {
  const result = new Float32Array(n * n);
  const dims = n === 0 ? 0 : units.length / (Math.ceil(n / BLOCK) * BLOCK);
  const products = new Float64Array(BLOCK);
  for (let i = 0; i < n; i += BLOCK) {
    for (let j = 0; j < Math.min(n, i + BLOCK); j++) {
      multiplyBlock(units, dims, { block: i, other: j }, products);
      for (let b = 0; b < BLOCK && i + b < n; b++) {
        const value = Math.exp(SHARPNESS * ((products[b] as number) - 1));
        result[(i + b) * n + j] = value;
        result[j * n + i + b] = value;
      }
    }
  }
  return result;
}

/** Inner products of the vectors `block` to `block + 3` with `other`. */
function multiplyBlock(
  units: Float32Array,
  dims: number,
  { block, other }: { block: number; other: number },
  products: Float64Array,
): void {
  const p = block * dims;
  const x = other * dims;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let k = 0; k < dims; k++) {
    const value = units[x + k] as number;
    a += value * (units[p + k] as number);
    b += value * (units[p + dims + k] as number);
    c += value * (units[p + 2 * dims + k] as number);
    d += value * (units[p + 3 * dims + k] as number);
  }
  products[0] = a;
  products[1] = b;
  products[2] = c;
  products[3] = d;
}
