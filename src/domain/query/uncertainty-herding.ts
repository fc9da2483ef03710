/**
 * Uncertainty herding: the item that most raises how well the answered items represent the items
 * that the model is unsure of,
 *   gain(i) = sum_u unsure(u) max(0, k(i, u) - max_{answered a} k(a, u)),
 * k(x, y) = exp(-|x - y|^2 / radius^2). While the model is unsure everywhere it takes typical and
 * spread-out items (MaxHerding); the surer the model, the more it goes for the doubtful places. The radius
 * shrinks as the answers draw closer to each other, as in the paper. Chooses among a sample of the
 * pool and weighs by it; inner products within the sample are kept with the vectors.
 */
import { sampleRows } from './clusters.ts';
import type { QueryInput, QueryVectors } from './strategy.ts';
import { dotOf } from './vector-math.ts';

export interface Herd {
  readonly rows: Int32Array;
  /** Inner products of the sampled rows, [rows x rows]. */
  readonly products: Float32Array;
}

const kept = new WeakMap<Float32Array, Herd>();

export function herdOf(vectors: QueryVectors): Herd {
  const known = kept.get(vectors.values);
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
  kept.set(vectors.values, herd);
  return herd;
}

/** Largest inner product of each sampled row with an answered one; -1 without answers. */
export function nearestProducts({ vectors, answers }: QueryInput, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) =>
    answers.reduce((best, answer) => Math.max(best, dotOf(vectors, row, answer.row)), -1),
  );
}

export interface HerdInput {
  readonly herd: Herd;
  readonly isFree: (row: number) => boolean;
  readonly unsure: Float64Array;
  readonly nearest: Float64Array;
  readonly squaredRadius: number;
  readonly count: number;
}

/** Indices into the sample, in order, with the gain of each when it was picked. */
export function herdGreedily(input: HerdInput): readonly { index: number; gain: number }[] {
  const { herd, isFree, count } = input;
  const n = herd.rows.length;
  const nearest = Float64Array.from(input.nearest);
  const free = Array.from(herd.rows, (_, i) => i).filter((i) => isFree(herd.rows[i] as number));
  const bounds = new Map(free.map((i) => [i, Number.POSITIVE_INFINITY]));
  const known = new Map<number, number>();
  const picks: { index: number; gain: number }[] = [];
  while (picks.length < Math.min(count, free.length)) {
    let best = -1;
    for (const [i, bound] of bounds) if (best < 0 || bound > (bounds.get(best) as number)) best = i;
    if (known.get(best) !== picks.length) {
      bounds.set(best, gainOf(input, nearest, best));
      known.set(best, picks.length);
      continue;
    }
    picks.push({ index: best, gain: bounds.get(best) as number });
    bounds.delete(best);
    for (let u = 0; u < n; u++)
      nearest[u] = Math.max(nearest[u] as number, herd.products[best * n + u] as number);
  }
  return picks;
}

/** Of unit rows |x - y|^2 = 2 - 2 <x, y>; most pairs are farther than an answer and cost no exponential. */
function gainOf({ herd, unsure, squaredRadius }: HerdInput, nearest: Float64Array, i: number) {
  const n = herd.rows.length;
  const sharpness = 2 / squaredRadius;
  let gain = 0;
  for (let u = 0; u < n; u++) {
    const product = herd.products[i * n + u] as number;
    const covered = nearest[u] as number;
    if (product > covered)
      gain +=
        (unsure[u] as number) *
        (Math.exp(sharpness * (product - 1)) - Math.exp(sharpness * (covered - 1)));
  }
  return gain;
}
