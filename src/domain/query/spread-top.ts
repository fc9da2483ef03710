/**
 * The most useful rows that differ: greedily the largest utility times squared distance to what is
 * picked (of the unit sphere, over 4, so in [0, 1]), among the few of highest utility. Exact
 * duplicates of a pick come last. The products shrink as picks are added, so they rank.
 */
import type { QueryVectors, RankedQuery } from './strategy.ts';
import { squaredDistance } from './vector-math.ts';

/** Rows looked at for each that is picked: further down utility would be given away for distance. */
const LOOKED_AT = 4;
const LARGEST = 4;

/** `ranked`: best first, scores >= 0. Returns `count` of them; the first stays the first. */
export function spreadTop(
  vectors: QueryVectors,
  ranked: readonly RankedQuery[],
  count: number,
): readonly RankedQuery[] {
  if (vectors.dims === 0) return ranked.slice(0, count);
  const left = ranked.slice(0, lookedAt(count)).map((query) => ({ query, nearest: LARGEST }));
  const picks: RankedQuery[] = [];
  while (picks.length < count && left.length > 0) {
    const worthOf = ({ query, nearest }: (typeof left)[number]): number =>
      ((query.score ?? 0) * nearest) / LARGEST;
    let best = 0;
    for (let i = 1; i < left.length; i++)
      if (worthOf(left[i] as (typeof left)[number]) > worthOf(left[best] as (typeof left)[number]))
        best = i;
    const taken = left.splice(best, 1)[0] as (typeof left)[number];
    picks.push({ ...taken.query, score: worthOf(taken) });
    for (const other of left)
      other.nearest = Math.min(
        other.nearest,
        squaredDistance(vectors, other.query.row, taken.query.row),
      );
  }
  return picks;
}

/** How many rows to rank before the spread. */
export function lookedAt(count: number): number {
  return LOOKED_AT * count;
}
