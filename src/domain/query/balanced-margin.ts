/**
 * Margin with a turn for each class: the next question is about an item the model takes for the
 * class with the fewest answers so far, that of smallest margin. Where it takes no item for that
 * class, the next fewest has its turn. Several classes per item: an item counts for its most
 * probable class.
 */
import { inOrder } from './in-order.ts';
import { marginOf } from './margin.ts';
import type { QueryInput, QueryStrategy, RankedQuery } from './strategy.ts';
import { topRows } from './top-rows.ts';

/** Index of the largest probability; ties go to the lower class. */
export function guessOf({ probabilities, classes }: QueryInput, row: number): number {
  let best = 0;
  for (let c = 1; c < classes; c++)
    if (
      (probabilities[row * classes + c] as number) > (probabilities[row * classes + best] as number)
    )
      best = c;
  return best;
}

/** Answers of each class, [classes]. */
export function countAnswers({
  answers,
  classes,
}: Pick<QueryInput, 'answers' | 'classes'>): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (const answer of answers) for (const c of answer.classes) counts[c] = (counts[c] ?? 0) + 1;
  return counts;
}

function rank(input: QueryInput): readonly RankedQuery[] {
  const { candidates, classes, count } = input;
  const byClass: number[][] = Array.from({ length: classes }, () => []);
  for (const row of candidates) byClass[guessOf(input, row)]?.push(row);
  const waiting = byClass.map((rows) =>
    topRows(Int32Array.from(rows), count, (row) => 1 - marginOf(input, row)).map(({ row }) => row),
  );
  const counts = countAnswers(input);
  const picked: number[] = [];
  while (picked.length < Math.min(count, candidates.length)) {
    const c = fewest(counts, waiting);
    picked.push(waiting[c]?.shift() as number);
    counts[c] = (counts[c] ?? 0) + 1;
  }
  const found = countAnswers(input);
  return inOrder(picked, (row) => {
    const c = guessOf(input, row);
    return { kind: 'rare', class: c, found: found[c] ?? 0 };
  });
}

function fewest(counts: readonly number[], waiting: readonly (readonly number[])[]): number {
  let best = -1;
  for (let c = 0; c < counts.length; c++) {
    if (waiting[c]?.length === 0) continue;
    if (best < 0 || (counts[c] as number) < (counts[best] as number)) best = c;
  }
  return best;
}

export const balancedMargin = {
  id: 'balanced-margin',
  family: 'uncertainty',
  label: 'Balanced margin',
  hint: 'Asks where the model wavers, each time for the class that has the fewest answers.',
  source: 'Aggarwal, Popescu and Hudelot, WACV 2020 (class-balanced selection) with the margin',
  needsModel: true,
  rank,
} as const satisfies QueryStrategy;
