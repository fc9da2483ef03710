import type { QueryWhy, RankedQuery } from './strategy.ts';

/** Rows that were picked one after another: the score is the place, 1, 1/2, 1/3, ... */
export function inOrder(
  rows: readonly number[],
  whyOf: (row: number) => QueryWhy,
): readonly RankedQuery[] {
  return rows.map((row, i) => ({ row, score: 1 / (i + 1), probability: 1, why: whyOf(row) }));
}
