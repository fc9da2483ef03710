/**
 * k-means over a sample of the pool, for the strategies that go by groups of alike items. Kept per
 * vectors and number of clusters: the groups do not change with the answers, so that the choice
 * after an answer costs next to nothing. The number of clusters grows in steps for the same reason.
 */
import { createRng } from '../math/rng.ts';
import { fixedOrder } from './sample-rows.ts';
import type { QueryInput, QueryVectors } from './strategy.ts';
import { squaredDistance, squaredDistanceTo } from './vector-math.ts';

/** Rows that are clustered. */
export const CLUSTERED_ROWS = 1_500;
const STEPS = [12, 24, 48, 96] as const;
/** Clusters beyond the answered ones, so that a queue finds as many without an answer. */
const AHEAD = 12;
const ROUNDS = 10;
const SEED = 7;

export interface Clusters {
  /** Members of each cluster, ascending; clusters may be empty. */
  readonly members: readonly (readonly number[])[];
  /** Row-major [clusters x dims]. */
  readonly centers: Float64Array;
}

const kept = new WeakMap<Float32Array, Map<string, Clusters>>();

/** Groups of alike items, at least as many as answers there are, up to 96. */
export function clustersFor({ vectors, answers, candidates }: QueryInput): Clusters {
  const wanted = STEPS.find((step) => step >= answers.length + AHEAD) ?? STEPS[STEPS.length - 1];
  const { dims, values } = vectors;
  // Without vectors all are alike: one cluster of the candidates.
  if (dims === 0) return { members: [[...candidates]], centers: new Float64Array(0) };
  const key = String(wanted);
  const known = kept.get(values)?.get(key);
  if (known) return known;
  const found = kMeans(vectors, sampleRows(vectors), wanted ?? 1);
  if (!kept.has(values)) kept.set(values, new Map());
  kept.get(values)?.set(key, found);
  return found;
}

/** Rows of all vectors, answered or not, ascending. */
export function sampleRows({ dims, values }: QueryVectors): Int32Array {
  const rows = dims === 0 ? 0 : values.length / dims;
  return fixedOrder(rows).slice(0, CLUSTERED_ROWS).sort();
}

/** Lloyd's algorithm from a k-means++ start with a seed of its own (Arthur and Vassilvitskii 2007). */
export function kMeans(vectors: QueryVectors, rows: Int32Array, wanted: number): Clusters {
  const { dims, values } = vectors;
  const seeds = seedRows(vectors, rows, Math.min(wanted, rows.length));
  const centers = new Float64Array(seeds.length * dims);
  for (const [c, row] of seeds.entries())
    centers.set(values.subarray(row * dims, (row + 1) * dims), c * dims);
  const assigned = new Int32Array(rows.length);
  for (let round = 0; round < ROUNDS; round++) {
    if (!assign(vectors, rows, centers, assigned) && round > 0) break;
    moveCenters(vectors, rows, centers, assigned);
  }
  const members: number[][] = Array.from(seeds, () => []);
  for (const [i, row] of rows.entries()) members[assigned[i] as number]?.push(row);
  return { members, centers };
}

/** Index of the nearest centre; ties go to the lower. */
export function nearestCenter(vectors: QueryVectors, centers: Float64Array, row: number): number {
  const count = vectors.dims === 0 ? 1 : centers.length / vectors.dims;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let c = 0; c < count; c++) {
    const distance = squaredDistanceTo(vectors, row, centers, c * vectors.dims);
    if (distance < least) {
      least = distance;
      best = c;
    }
  }
  return best;
}

function assign(
  vectors: QueryVectors,
  rows: Int32Array,
  centers: Float64Array,
  assigned: Int32Array,
): boolean {
  let hasMoved = false;
  for (let i = 0; i < rows.length; i++) {
    const best = nearestCenter(vectors, centers, rows[i] as number);
    if (best !== assigned[i]) hasMoved = true;
    assigned[i] = best;
  }
  return hasMoved;
}

/** An empty cluster keeps its centre. */
function moveCenters(
  { dims, values }: QueryVectors,
  rows: Int32Array,
  centers: Float64Array,
  assigned: Int32Array,
): void {
  const count = centers.length / dims;
  const sums = new Float64Array(centers.length);
  const sizes = new Int32Array(count);
  for (let i = 0; i < rows.length; i++) {
    const c = assigned[i] as number;
    sizes[c] = (sizes[c] as number) + 1;
    const start = (rows[i] as number) * dims;
    for (let k = 0; k < dims; k++)
      sums[c * dims + k] = (sums[c * dims + k] as number) + (values[start + k] as number);
  }
  for (let c = 0; c < count; c++)
    for (let k = 0; k < dims && (sizes[c] as number) > 0; k++)
      centers[c * dims + k] = (sums[c * dims + k] as number) / (sizes[c] as number);
}

function seedRows(vectors: QueryVectors, rows: Int32Array, count: number): readonly number[] {
  const rng = createRng(SEED);
  const nearest = new Float64Array(rows.length).fill(1);
  const seeds: number[] = [];
  while (seeds.length < count) {
    const total = nearest.reduce((sum, value) => sum + value, 0);
    if (total === 0) break;
    let left = rng.next() * total;
    let at = nearest.findIndex((value) => {
      left -= value;
      return value > 0 && left < 0;
    });
    if (at < 0) at = nearest.findLastIndex((value) => value > 0);
    const seed = rows[at] as number;
    for (let i = 0; i < rows.length; i++) {
      const distance = squaredDistance(vectors, rows[i] as number, seed);
      nearest[i] = seeds.length === 0 ? distance : Math.min(nearest[i] as number, distance);
    }
    seeds.push(seed);
  }
  return seeds;
}
