/**
 * Uncertainty herding: herding (`herd.ts`) in which an item counts by how unsure the model is of
 * it, (1 - margin)^2. While the model is unsure everywhere it takes typical and spread-out items; the
 * surer it grows, the more it goes for the doubtful places, and for those that many items share.
 * Squared, because the model's probabilities are modest: as they are, half a pool looks unsure.
 * The radius follows the answers: its square is the mean squared distance of an item to the
 * nearest answered one, so what an answer speaks for shrinks as answers draw closer. (The paper takes
 * the least distance between two answers, which one pair of near-duplicates makes tiny.)
 */
import { type HerdPick, herdGreedily, herdOf, nearestAnswered } from './herd.ts';
import { marginOf } from './margin.ts';
import type { QueryInput, QueryStrategy, QueryWhy, RankedQuery } from './strategy.ts';
import { topRows } from './top-rows.ts';

const LEAST_SQUARED_RADIUS = 0.02;

export const doubtOf = (input: QueryInput, row: number): number => (1 - marginOf(input, row)) ** 2;

/** Mean squared distance to the nearest answer; unit rows, 4 where there is no answer. */
export function squaredRadiusOf(nearest: Float64Array): number {
  if (nearest.length === 0) return LEAST_SQUARED_RADIUS;
  const mean = nearest.reduce((sum, product) => sum + 2 - 2 * product, 0) / nearest.length;
  return Math.max(LEAST_SQUARED_RADIUS, mean);
}

/**
 * Picks among a sample of the pool (`sampleRows`); where it is used up, or there are no vectors,
 * the most doubtful of all candidates follow, with scores below zero.
 */
export function rankByHerding(input: QueryInput): readonly RankedQuery[] {
  const { rows, picks } = pickFromSample(input);
  const ranked = picks.map(({ index, gain }) => toQuery(rows[index] as number, gain));
  if (ranked.length >= input.count) return ranked;
  const taken = new Set(ranked.map(({ row }) => row));
  const others = topRows(input.candidates, input.count + taken.size, (row) => doubtOf(input, row))
    .filter(({ row }) => !taken.has(row))
    .map(({ row, score }) => toQuery(row, (score ?? 0) - 1));
  return [...ranked, ...others].slice(0, input.count);
}

const WHY: QueryWhy = { kind: 'represents' };

const toQuery = (row: number, score: number): RankedQuery => ({
  row,
  score,
  probability: 1,
  why: WHY,
});

function pickFromSample(input: QueryInput): {
  readonly rows: Int32Array;
  readonly picks: readonly HerdPick[];
} {
  const { vectors, candidates, answers, count } = input;
  const herd = herdOf(vectors);
  const isCandidate = membership(candidates);
  const nearest = nearestAnswered(vectors, herd, answers);
  const picks = herdGreedily({
    herd,
    free: Array.from(herd.rows, (_, i) => i).filter((i) => isCandidate(herd.rows[i] as number)),
    weights: Float64Array.from(herd.rows, (row) => doubtOf(input, row)),
    nearest,
    squaredRadius: squaredRadiusOf(nearest),
    count,
  });
  return { rows: herd.rows, picks };
}

function membership(candidates: Int32Array): (row: number) => boolean {
  const flags = new Uint8Array((candidates.at(-1) ?? -1) + 1);
  for (const row of candidates) flags[row] = 1;
  return (row) => flags[row] === 1;
}

export const uncertaintyHerding = {
  id: 'uncertainty-herding',
  family: 'spread',
  label: 'Stands for the doubtful',
  hint: 'Asks about the item that stands for the most items the model is unsure of and no answer is near to.',
  source: 'Uncertainty herding: Bae, Oliveira and Sutherland, ICLR 2025, arXiv:2412.20644',
  needsModel: true,
  rank: rankByHerding,
} as const satisfies QueryStrategy;
