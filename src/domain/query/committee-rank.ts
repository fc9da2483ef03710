/** Ranking by what a committee of models drawn from the posterior says. */
import { type Committee, disagreementOf } from './committee.ts';
import { screen } from './screen.ts';
import type { QueryInput, RankedQuery } from './strategy.ts';
import { topRows } from './top-rows.ts';

/**
 * Probabilities asked for at once, members x rows x classes, and the fewest and most rows: what keeps
 * a choice below a tenth of a second.
 */
const MOST_VALUES = 12_288;
const LEAST_ROWS = 64;
const MOST_ROWS = 320;

export function drawCommittee(input: QueryInput, rows: Int32Array, members: number): Committee {
  const { classes, mode, posterior } = input;
  return {
    members,
    rows: rows.length,
    classes,
    mode,
    probabilities: posterior.sample(rows, members),
  };
}

/** How many rows a committee of so many members looks at. */
export function screenSize({ classes }: QueryInput, members: number): number {
  const affordable = Math.floor(MOST_VALUES / (members * Math.max(1, classes)));
  return Math.min(MOST_ROWS, Math.max(LEAST_ROWS, affordable));
}

/** The screened candidates by a measure of the committee, most first, each with what members say. */
export function rankByCommittee(
  input: QueryInput,
  members: number,
  measure: (committee: Committee, i: number) => number,
): readonly RankedQuery[] {
  const rows = screen(input, screenSize(input, members));
  const committee = drawCommittee(input, rows, members);
  const places = new Map(Array.from(rows, (row, i) => [row, i]));
  return topRows(
    rows,
    input.count,
    (_, i) => measure(committee, i),
    (row) => ({ kind: 'disagree', ...disagreementOf(committee, places.get(row) as number) }),
  );
}
