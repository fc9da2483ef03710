/**
 * ProbCover: the item with the most items around it that no answer covers yet. Around means within
 * a radius; the radius is the largest at which at least 95 % of the balls are pure, that is, hold
 * items of one k-means group alone (as many groups as classes), as in the paper. Works on a sample
 * of the pool; its distances are kept with the vectors.
 */
import { CLUSTERED_ROWS, kMeans, nearestCenter, sampleRows } from './clusters.ts';
import type { QueryInput, QueryStrategy, QueryVectors, RankedQuery } from './strategy.ts';
import { dotOf, squaredDistance } from './vector-math.ts';

const PURITY = 0.95;
const RADII = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1] as const;
/** Balls looked at to choose the radius. */
const BALLS = 300;

interface Graph {
  readonly rows: Int32Array;
  readonly radius: number;
  /** Indices into `rows` within the radius of each, itself included. */
  readonly around: readonly Int32Array[];
}

const kept = new WeakMap<Float32Array, Map<number, Graph>>();

function graphFor({ vectors, classes, candidates }: QueryInput): Graph {
  if (vectors.dims === 0) return graphOf(vectors, candidates.slice(0, CLUSTERED_ROWS), 0);
  const known = kept.get(vectors.values)?.get(classes);
  if (known) return known;
  const rows = sampleRows(vectors);
  const graph = graphOf(vectors, rows, chooseRadius(vectors, rows, classes));
  if (!kept.has(vectors.values)) kept.set(vectors.values, new Map());
  kept.get(vectors.values)?.set(classes, graph);
  return graph;
}

/** Of unit rows: |a - b|^2 = 2 - 2 <a, b>, so one inner product tells who lies within the radius. */
function graphOf(vectors: QueryVectors, rows: Int32Array, radius: number): Graph {
  const least = 1 - (radius * radius) / 2;
  const around: number[][] = Array.from(rows, (_, i) => [i]);
  for (let i = 0; i < rows.length && vectors.dims > 0; i++)
    for (let j = 0; j < i; j++)
      if (dotOf(vectors, rows[i] as number, rows[j] as number) >= least) {
        around[i]?.push(j);
        around[j]?.push(i);
      }
  return { rows, radius, around: around.map((own) => Int32Array.from(own)) };
}

/** The largest radius on the list at which enough balls are pure; the smallest where none is. */
export function chooseRadius(vectors: QueryVectors, rows: Int32Array, groups: number): number {
  const { centers } = kMeans(vectors, rows, Math.max(2, groups));
  const groupOf = Int32Array.from(rows, (row) => nearestCenter(vectors, centers, row));
  const reach = pureReach(vectors, rows, groupOf);
  const isPure = (radius: number): boolean =>
    reach.filter((own) => own > radius).length >= PURITY * reach.length;
  return RADII.findLast(isPure) ?? RADII[0];
}

/** Distance of some rows to the nearest row of another group: their balls are pure below it. */
function pureReach(
  vectors: QueryVectors,
  rows: Int32Array,
  groupOf: Int32Array,
): readonly number[] {
  const step = Math.max(1, Math.floor(rows.length / BALLS));
  const reach: number[] = [];
  for (let i = 0; i < rows.length; i += step) {
    let least = Number.POSITIVE_INFINITY;
    for (let j = 0; j < rows.length; j++)
      if (groupOf[j] !== groupOf[i])
        least = Math.min(least, squaredDistance(vectors, rows[i] as number, rows[j] as number));
    reach.push(Math.sqrt(least));
  }
  return reach;
}

export interface CoverInput {
  /** Indices around each node, itself included. */
  readonly around: readonly Int32Array[];
  readonly isCovered: Uint8Array;
  readonly isFree: (node: number) => boolean;
  readonly count: number;
}

/** Greedy cover: the free node with the most uncovered nodes around it, ties to the lower. Marks what it covers. */
export function coverGreedily(input: CoverInput): readonly { node: number; gain: number }[] {
  const { around, isCovered, isFree, count } = input;
  const isPicked = new Set<number>();
  const picks: { node: number; gain: number }[] = [];
  while (picks.length < count) {
    let best = -1;
    let most = -1;
    for (let node = 0; node < around.length; node++) {
      if (!isFree(node) || isPicked.has(node)) continue;
      let gain = 0;
      for (const other of around[node] ?? []) if (isCovered[other] === 0) gain++;
      if (gain > most) {
        most = gain;
        best = node;
      }
    }
    if (best < 0) break;
    for (const other of around[best] ?? []) isCovered[other] = 1;
    isPicked.add(best);
    picks.push({ node: best, gain: most });
  }
  return picks;
}

function rank(input: QueryInput): readonly RankedQuery[] {
  const { vectors, candidates, answers, count } = input;
  const { rows, radius, around } = graphFor(input);
  const free = new Set(candidates);
  const isCovered = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length && vectors.dims > 0; i++)
    for (const { row } of answers)
      if (squaredDistance(vectors, rows[i] as number, row) <= radius * radius) {
        isCovered[i] = 1;
        break;
      }
  const isFree = (node: number): boolean => free.has(rows[node] as number);
  const picks = coverGreedily({ around, isCovered, isFree, count });
  const why = { kind: 'uncovered' } as const;
  const ranked = picks.map(({ node, gain }) => ({
    row: rows[node] as number,
    score: gain,
    probability: 1,
    why,
  }));
  return [...ranked, ...restOf(input, new Set(ranked.map(({ row }) => row)))];
}

/** The sample may be used up before the pool is. */
function restOf({ candidates, count }: QueryInput, taken: ReadonlySet<number>): RankedQuery[] {
  const rest: RankedQuery[] = [];
  for (const row of candidates) {
    if (taken.size + rest.length >= count) break;
    if (taken.has(row)) continue;
    rest.push({ row, score: -1, probability: 1, why: { kind: 'uncovered' } });
  }
  return rest;
}

export const probCover = {
  id: 'prob-cover',
  family: 'spread',
  label: 'Probability cover',
  hint: 'Asks about the item with the most items around it that are unlike anything answered so far.',
  source: 'ProbCover: Yehuda et al., NeurIPS 2022',
  needsModel: false,
  rank,
} as const satisfies QueryStrategy;
