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

/** A row that may be picked, with its inner products with the sampled rows, [sample]. */
export interface HerdCandidate {
  readonly row: number;
  readonly products: Float32Array;
}

export interface HerdInput {
  readonly candidates: readonly HerdCandidate[];
  /** How much each sampled row counts, at least 0. */
  readonly unsure: Float64Array;
  /** Largest inner product of each sampled row with an answered one. */
  readonly nearest: Float64Array;
  readonly squaredRadius: number;
  readonly count: number;
}

export interface HerdPick {
  readonly row: number;
  /** When it was picked. */
  readonly gain: number;
}

/**
 * Picks in order; equal gains in the order of the candidates. Gains only shrink as rows are picked
 * (submodularity), so old ones are upper bounds and few are computed anew (Minoux 1978).
 */
export function herdGreedily(input: HerdInput): readonly HerdPick[] {
  const { candidates, count } = input;
  const nearest = Float64Array.from(input.nearest);
  const bounds = new Float64Array(candidates.length).fill(Number.POSITIVE_INFINITY);
  const knownAt = new Int32Array(candidates.length).fill(-1);
  const picks: HerdPick[] = [];
  while (picks.length < Math.min(count, candidates.length)) {
    const best = indexOfMax(bounds);
    const { row, products } = candidates[best] as HerdCandidate;
    if (knownAt[best] !== picks.length) {
      bounds[best] = gainOf(input, nearest, products);
      knownAt[best] = picks.length;
      continue;
    }
    picks.push({ row, gain: bounds[best] as number });
    bounds[best] = Number.NEGATIVE_INFINITY;
    for (let u = 0; u < nearest.length; u++)
      nearest[u] = Math.max(nearest[u] as number, products[u] as number);
  }
  return picks;
}

/** Of unit rows |x - y|^2 = 2 - 2 <x, y>; most pairs are farther than an answer and cost no exponential. */
function gainOf(
  { unsure, squaredRadius }: HerdInput,
  nearest: Float64Array,
  products: Float32Array,
): number {
  const sharpness = 2 / squaredRadius;
  let gain = 0;
  for (let u = 0; u < nearest.length; u++) {
    const product = products[u] as number;
    const covered = nearest[u] as number;
    if (product <= covered) continue;
    const more = Math.exp(sharpness * (product - 1)) - Math.exp(sharpness * (covered - 1));
    gain += (unsure[u] as number) * more;
  }
  return gain;
}

function indexOfMax(values: Float64Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++)
    if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}

/** The sampled rows that may be asked, and the others listed. */
export function herdCandidates(
  vectors: QueryVectors,
  herd: Herd,
  isFree: (row: number) => boolean,
  others: readonly number[],
): readonly HerdCandidate[] {
  const n = herd.rows.length;
  const own = Array.from(herd.rows, (row, i) => ({
    row,
    products: herd.products.subarray(i * n, (i + 1) * n),
  })).filter(({ row }) => isFree(row));
  const known = new Set(herd.rows);
  const further = others
    .filter((row) => !known.has(row))
    .map((row) => ({
      row,
      products: Float32Array.from(herd.rows, (sampled) => dotOf(vectors, sampled, row)),
    }));
  return [...own, ...further].sort((a, b) => a.row - b.row);
}
