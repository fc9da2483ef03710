/**
 * Herding over a sample of the pool (Bae et al. 2024, 2025): pick the row that most raises how well
 * the answered and picked rows represent the sampled ones, each counting by its weight,
 *   gain(i) = sum_u weight(u) max(0, k(i, u) - max_{answered a} k(a, u)),   k = exp(-|x - y|^2 / r^2).
 * An exact duplicate of an answered row gains nothing.
 */
import { type CloserPairs, closerPairs } from './closer-pairs.ts';
import { sampleRows } from './clusters.ts';
import type { QueryAnswer, QueryVectors } from './strategy.ts';
import { dotOf } from './vector-math.ts';

export interface Herd {
  /** The sampled rows, answered or not, ascending. */
  readonly rows: Int32Array;
  /** Their inner products, [rows x rows]. */
  readonly products: Float32Array;
}

const herds = new WeakMap<Float32Array, Herd>();

/** The same sample for the same vectors; kept with them. */
export function herdOf(vectors: QueryVectors): Herd {
  const known = herds.get(vectors.values);
  if (known) return known;
  const rows = sampleRows(vectors);
  const n = rows.length;
  const products = new Float32Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const product = dotOf(vectors, rows[i] as number, rows[j] as number);
      products[i * n + j] = product;
      products[j * n + i] = product;
    }
  const herd = { rows, products };
  herds.set(vectors.values, herd);
  return herd;
}

interface Nearest {
  readonly answered: number[];
  readonly values: Float64Array;
}

const nearests = new WeakMap<Herd, Nearest>();

/**
 * Largest inner product of each sampled row with an answered one; -1 without answers. What was
 * found for the first answers is kept, so that one answer more costs one pass.
 */
export function nearestAnswered(
  vectors: QueryVectors,
  herd: Herd,
  answers: readonly QueryAnswer[],
): Float64Array {
  const known = nearests.get(herd);
  const isPrefix =
    known &&
    known.answered.length <= answers.length &&
    known.answered.every((row, i) => answers[i]?.row === row);
  const { answered, values } = isPrefix
    ? known
    : { answered: [], values: new Float64Array(herd.rows.length).fill(-1) };
  for (const { row } of answers.slice(answered.length)) {
    answered.push(row);
    for (let u = 0; u < values.length; u++)
      values[u] = Math.max(values[u] as number, dotOf(vectors, herd.rows[u] as number, row));
  }
  nearests.set(herd, { answered, values });
  return Float64Array.from(values);
}

export interface HerdInput {
  readonly herd: Herd;
  /** Indices into the sample that may be picked, ascending. */
  readonly free: readonly number[];
  /** How much each sampled row counts, at least 0. */
  readonly weights: Float64Array;
  /** As `nearestAnswered` gives it. */
  readonly nearest: Float64Array;
  /** Square of the kernel's radius, above 0. */
  readonly squaredRadius: number;
  readonly count: number;
}

export interface HerdPick {
  /** Index into the sample. */
  readonly index: number;
  /** When it was picked. */
  readonly gain: number;
}

/**
 * Picks in order, ties to the lower index. Gains only shrink as rows are picked (submodularity),
 * so old ones are upper bounds and few are computed anew (Minoux 1978).
 */
export function herdGreedily(input: HerdInput): readonly HerdPick[] {
  const { herd, free, count } = input;
  const cover = coverOf(input);
  const pairs = closerPairs(herd, input.nearest);
  const gainAt = (index: number): number => gainOf(input, { cover, pairs, index });
  const bounds = Float64Array.from(free, gainAt);
  const knownAt = new Int32Array(free.length);
  const picks: HerdPick[] = [];
  while (picks.length < Math.min(count, free.length)) {
    const best = indexOfMax(bounds);
    const index = free[best] as number;
    if (knownAt[best] !== picks.length) {
      bounds[best] = gainAt(index);
      knownAt[best] = picks.length;
      continue;
    }
    picks.push({ index, gain: bounds[best] as number });
    bounds[best] = Number.NEGATIVE_INFINITY;
    cover.add(herd.products.subarray(index * herd.rows.length, (index + 1) * herd.rows.length));
  }
  return picks;
}

interface Cover {
  /** Inner product with the nearest answered or picked row, and the kernel there. */
  readonly nearest: Float64Array;
  readonly kernel: Float64Array;
  readonly add: (products: Float32Array) => void;
}

/** Of unit rows |x - y|^2 = 2 - 2 <x, y>. */
function coverOf({ nearest: before, squaredRadius }: HerdInput): Cover {
  const nearest = Float64Array.from(before);
  const kernelAt = (product: number): number => Math.exp((2 * (product - 1)) / squaredRadius);
  const kernel = nearest.map(kernelAt);
  const add = (products: Float32Array): void => {
    for (let u = 0; u < nearest.length; u++) {
      if ((products[u] as number) <= (nearest[u] as number)) continue;
      nearest[u] = products[u] as number;
      kernel[u] = kernelAt(products[u] as number);
    }
  };
  return { nearest, kernel, add };
}

interface GainOf {
  readonly cover: Cover;
  readonly pairs: CloserPairs;
  readonly index: number;
}

/** Rows nearer to an answer add nothing; neither do those nearer to what was picked since. */
function gainOf({ weights, squaredRadius }: HerdInput, { cover, pairs, index }: GainOf): number {
  const { nearest, kernel } = cover;
  const { starts, others, products } = pairs;
  const end = starts[index + 1] as number;
  let gain = 0;
  for (let at = starts[index] as number; at < end; at++) {
    const u = others[at] as number;
    const product = products[at] as number;
    if (product <= (nearest[u] as number)) continue;
    const own = Math.exp((2 * (product - 1)) / squaredRadius);
    gain += (weights[u] as number) * (own - (kernel[u] as number));
  }
  return gain;
}

function indexOfMax(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++)
    if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}
