/**
 * Maximum mean discrepancy (Gretton, Borgwardt, Rasch, Scholkopf and Smola 2012): whether two sets of
 * vectors come from one distribution, with p by permutation. Kernel exp(-|x - y|^2 / (2 s^2)), s the
 * median distance.
 */
import type { Rng } from '../math/rng.ts';
import { shuffled } from '../math/rng.ts';
import type { TestResult } from './kolmogorov-smirnov.ts';

export interface MmdOptions {
  readonly dims: number;
  readonly rng: Rng;
  /** More give a finer p; the least p is 1 / (permutations + 1). */
  readonly permutations?: number;
}

export interface MmdResult extends TestResult {
  /** For each vector of `b`, how unlike the first sample it is: higher = moved more. */
  readonly witness: readonly number[];
}

/** Row-major [n x dims] each; O((n + m)^2 dims) once, then O((n + m)^2) a permutation. */
export function mmdTest(
  a: Float32Array,
  b: Float32Array,
  { dims, rng, permutations = 199 }: MmdOptions,
): MmdResult {
  const n = dims === 0 ? 0 : a.length / dims;
  const m = dims === 0 ? 0 : b.length / dims;
  if (n < 2 || m < 2) return { statistic: 0, p: 1, witness: new Array(m).fill(0) };
  const kernel = kernelOf(a, b, dims);
  const all = Array.from({ length: n + m }, (_, i) => i);
  const statistic = squaredMmd(kernel, all, n);
  let asLarge = 1;
  for (let k = 0; k < permutations; k++)
    if (squaredMmd(kernel, shuffled(all, rng), n) >= statistic) asLarge++;
  return { statistic, p: asLarge / (permutations + 1), witness: witnessOf(kernel, n, m) };
}

/** Symmetric kernel of both samples together, [(n + m) x (n + m)]. */
function kernelOf(a: Float32Array, b: Float32Array, dims: number): Float64Array {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  const size = both.length / dims;
  const squares = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = 0; k < dims; k++)
        sum += ((both[i * dims + k] as number) - (both[j * dims + k] as number)) ** 2;
      squares[i * size + j] = sum;
      squares[j * size + i] = sum;
    }
  const positive = squares.filter((value) => value > 0).sort();
  const scale = 2 * (positive[positive.length >> 1] ?? 1);
  return squares.map((value) => Math.exp(-value / scale));
}

/** Biased estimate: mean within plus mean within less twice mean between; >= 0. */
function squaredMmd(kernel: Float64Array, order: readonly number[], n: number): number {
  const size = order.length;
  const m = size - n;
  let within = 0;
  let beyond = 0;
  let between = 0;
  for (let i = 0; i < size; i++) {
    const row = (order[i] as number) * size;
    for (let j = 0; j < size; j++) {
      const value = kernel[row + (order[j] as number)] as number;
      if (i < n && j < n) within += value;
      else if (i >= n && j >= n) beyond += value;
      else between += value;
    }
  }
  return within / (n * n) + beyond / (m * m) - between / (n * m);
}

/** Mean likeness to its own sample less mean likeness to the first, of each vector of the second. */
function witnessOf(kernel: Float64Array, n: number, m: number): readonly number[] {
  const size = n + m;
  return Array.from({ length: m }, (_, i) => {
    const row = kernel.subarray((n + i) * size, (n + i + 1) * size);
    const old = row.subarray(0, n).reduce((x, y) => x + y, 0) / n;
    const own = row.subarray(n).reduce((x, y) => x + y, 0) / m;
    return own - old;
  });
}
