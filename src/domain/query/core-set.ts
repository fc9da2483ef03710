/**
 * k-center greedy: the item farthest from all that was answered or already picked. It spreads, and
 * so it finds odd items first. Chooses among a sample, so large that the distances to all answers
 * stay affordable.
 */
import { affordable, sampleOf } from './sample-rows.ts';
import type { QueryInput, QueryStrategy, QueryVectors, RankedQuery } from './strategy.ts';
import { meanOf, squaredDistance, squaredDistanceTo } from './vector-math.ts';

/** Of the unit sphere: what stands for "as far as can be" where there is no centre yet. */
const DIAMETER = 2;

export interface KCenterInput {
  readonly vectors: QueryVectors;
  /** Ascending. */
  readonly candidates: Int32Array;
  readonly centers: readonly number[];
  readonly count: number;
}

/**
 * Picks in order, each with its distance to the nearest centre when it was picked. Ties go to the
 * lower row. Without centres the first is the candidate nearest to the mean, at distance Infinity:
 * a start that depends on no seed.
 */
export function kCenterGreedy(input: KCenterInput): readonly { row: number; distance: number }[] {
  const { vectors, candidates, centers, count } = input;
  const nearest = new Float64Array(candidates.length).fill(Number.POSITIVE_INFINITY);
  const isPicked = new Uint8Array(candidates.length);
  const approach = (center: number): void => {
    for (let i = 0; i < candidates.length; i++) {
      const distance = squaredDistance(vectors, candidates[i] as number, center);
      if (distance < (nearest[i] as number)) nearest[i] = distance;
    }
  };
  for (const center of centers) approach(center);
  const picks: { row: number; distance: number }[] = [];
  while (picks.length < Math.min(count, candidates.length)) {
    const isFirst = picks.length === 0 && centers.length === 0;
    const at = isFirst ? mostCentral(vectors, candidates) : farthest(nearest, isPicked);
    const row = candidates[at] as number;
    picks.push({ row, distance: Math.sqrt(nearest[at] as number) });
    isPicked[at] = 1;
    approach(row);
  }
  return picks;
}

function farthest(nearest: Float64Array, isPicked: Uint8Array): number {
  let best = -1;
  for (let i = 0; i < nearest.length; i++) {
    if (isPicked[i] === 1) continue;
    if (best < 0 || (nearest[i] as number) > (nearest[best] as number)) best = i;
  }
  return best;
}

function mostCentral(vectors: QueryVectors, candidates: Int32Array): number {
  const mean = meanOf(vectors, candidates);
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < candidates.length; i++) {
    const distance = squaredDistanceTo(vectors, candidates[i] as number, mean);
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

function rank({ vectors, candidates, answers, count }: QueryInput): readonly RankedQuery[] {
  const picks = kCenterGreedy({
    vectors,
    candidates: sampleOf(candidates, affordable(answers.length + count)),
    centers: answers.map(({ row }) => row),
    count,
  });
  const why = { kind: 'uncovered' } as const;
  return picks.map(({ row, distance }) => ({
    row,
    score: Math.min(distance, DIAMETER),
    probability: 1,
    why,
  }));
}

export const coreSet = {
  id: 'core-set',
  family: 'spread',
  label: 'Core-set',
  hint: 'Asks about the item least like anything answered so far. Covers the odd corners, and spends questions on them.',
  source: 'Sener and Savarese, ICLR 2018: k-center greedy',
  needsModel: false,
  rank,
} as const satisfies QueryStrategy;
