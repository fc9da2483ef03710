/**
 * Random Fourier features (Rahimi and Recht 2007): cosines and sines of random projections, whose
 * inner products approach a Gaussian kernel exp(-|x - y|^2 / (2 l^2)). They let a plane in them be a
 * curved boundary among the columns. Frequencies are orthogonal in blocks, which halves the noise
 * (Yu et al. 2016). Each row has length one.
 */
import { createRng, deriveSeed, type Rng } from '../../domain/math/rng.ts';
import { type GroupMetric, turnFrequencies, turnRows } from './group-metric.ts';
import type { Fourier } from './state.ts';

/** Beyond so many inputs random directions are nearly orthogonal by themselves. */
const ORTHOGONAL_UP_TO = 256;
/** Squared length scale as a share of the median squared distance between two rows. */
const LENGTH_SHARE = 0.5;
const PAIRS = 2_000;
/** Each frequency is a cosine and a sine. */
const FREQUENCIES = 128;
/** Directions among many numbers need more of them, where the rows are few enough to afford it. */
const MORE_FREQUENCIES = 256;
const MANY_NUMBERS = 32;
const FEW_ROWS = 5_000;

export function frequenciesFor(numberColumns: number, rows: number): number {
  return numberColumns > MANY_NUMBERS && rows <= FEW_ROWS ? MORE_FREQUENCIES : FREQUENCIES;
}

export interface FourierOptions {
  /** Row-major [rows x inputs]. */
  readonly sample: Float32Array;
  readonly inputs: number;
  readonly count: number;
  readonly seed: number;
  /** Distances are its own; null = plain ones. */
  readonly metric?: GroupMetric | null;
}

export function fitFourier({ metric, ...options }: FourierOptions): Fourier {
  if (!metric) return fitPlain(options);
  const { sample, inputs, count } = options;
  const found = fitPlain({ ...options, sample: turnRows(metric, sample, inputs) });
  return { ...found, frequencies: turnFrequencies(metric, found.frequencies, count) };
}

function fitPlain({ sample, inputs, count, seed }: Omit<FourierOptions, 'metric'>): Fourier {
  if (inputs === 0) return { inputs, count: 0, frequencies: new Float32Array(0) };
  const rng = createRng(deriveSeed(seed, 'fourier'));
  const squared = medianDistance(sample, inputs, rng);
  const length = Math.sqrt(LENGTH_SHARE * squared) || 1;
  const frequencies = new Float32Array(inputs * count);
  const size = inputs <= ORTHOGONAL_UP_TO ? inputs : 1;
  for (let from = 0; from < count; from += size) {
    const block = directions(inputs, size, rng);
    for (let k = 0; k < size && from + k < count; k++)
      for (let i = 0; i < inputs; i++)
        frequencies[i * count + from + k] = (block[k * inputs + i] as number) / length;
  }
  return { inputs, count, frequencies };
}

/** Orthogonal rows, each as long as a random normal vector: [size x inputs]. */
function directions(inputs: number, size: number, rng: Rng): Float64Array {
  const block = Float64Array.from({ length: size * inputs }, () => rng.normal());
  if (size === 1) return block;
  for (let k = 0; k < size; k++) {
    const own = block.subarray(k * inputs, (k + 1) * inputs);
    for (let before = 0; before < k; before++) {
      const other = block.subarray(before * inputs, (before + 1) * inputs);
      const shared = dot(own, other);
      for (let i = 0; i < inputs; i++) own[i] = (own[i] as number) - shared * (other[i] as number);
    }
    const norm = Math.sqrt(dot(own, own)) || 1;
    for (let i = 0; i < inputs; i++) own[i] = (own[i] as number) / norm;
  }
  for (let k = 0; k < size; k++) {
    let square = 0;
    for (let i = 0; i < inputs; i++) square += rng.normal() ** 2;
    const norm = Math.sqrt(square);
    for (let i = k * inputs; i < (k + 1) * inputs; i++) block[i] = (block[i] as number) * norm;
  }
  return block;
}

function medianDistance(sample: Float32Array, inputs: number, rng: Rng): number {
  const rows = sample.length / inputs;
  if (rows < 2) return 1;
  const distances = Float64Array.from({ length: PAIRS }, () => {
    const [a, b] = [rng.integer(rows) * inputs, rng.integer(rows) * inputs];
    let square = 0;
    for (let i = 0; i < inputs; i++)
      square += ((sample[a + i] as number) - (sample[b + i] as number)) ** 2;
    return square;
  }).filter((square) => square > 0);
  return distances.length === 0 ? 1 : (distances.sort()[distances.length >> 1] as number);
}

/** Writes cosines and sines of every row of angles into `dense` [rows x dims], from the left. */
export function fillWaves(
  angles: ArrayLike<number>,
  count: number,
  { dense, dims }: { readonly dense: Float32Array | Float64Array; readonly dims: number },
): void {
  const size = Math.sqrt(1 / Math.max(1, count));
  const rows = count === 0 ? 0 : angles.length / count;
  for (let r = 0; r < rows; r++) {
    for (let k = 0; k < count; k++) {
      const angle = angles[r * count + k] as number;
      dense[r * dims + 2 * k] = size * Math.cos(angle);
      dense[r * dims + 2 * k + 1] = size * Math.sin(angle);
    }
  }
}

/** Skips zeros: a row of one-hot columns has few others. */
export function multiplyPlain(
  values: Float32Array,
  right: Float32Array,
  { rows, inner, columns }: { rows: number; inner: number; columns: number },
): Float32Array {
  const result = new Float32Array(rows * columns);
  const sums = new Float64Array(columns);
  for (let r = 0; r < rows; r++) {
    sums.fill(0);
    for (let i = 0; i < inner; i++) {
      const value = values[r * inner + i] as number;
      if (value === 0) continue;
      const line = i * columns;
      for (let k = 0; k < columns; k++)
        sums[k] = (sums[k] as number) + value * (right[line + k] as number);
    }
    result.set(sums, r * columns);
  }
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
