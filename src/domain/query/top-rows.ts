/** The best rows by score without sorting the pool. */
import type { QueryWhy, RankedQuery } from './strategy.ts';

const UNCERTAIN: QueryWhy = { kind: 'uncertain' };

/**
 * The `count` candidates of highest score, best first; equal scores in ascending row. `index` is the
 * place among the candidates.
 * Most rows are turned away by one comparison, so the cost is that of reading the scores.
 */
export function topRows(
  candidates: Int32Array,
  count: number,
  scoreOf: (row: number, index: number) => number,
  whyOf: (row: number) => QueryWhy = () => UNCERTAIN,
): readonly RankedQuery[] {
  const kept: { row: number; score: number }[] = [];
  let worst = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < candidates.length; index++) {
    const row = candidates[index] as number;
    const score = scoreOf(row, index);
    if (kept.length === count && score <= worst) continue;
    insert(kept, { row, score }, count);
    if (kept.length === count) worst = kept.at(-1)?.score ?? worst;
  }
  return kept.map(({ row, score }) => ({ row, score, probability: 1, why: whyOf(row) }));
}

/** Candidates ascend, so a newcomer of equal score stands behind those that are there. */
function insert(
  kept: { row: number; score: number }[],
  entry: { row: number; score: number },
  count: number,
): void {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.score ?? 0) >= entry.score) low = middle + 1;
    else high = middle;
  }
  kept.splice(low, 0, entry);
  if (kept.length > count) kept.pop();
}
