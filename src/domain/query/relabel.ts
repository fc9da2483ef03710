/**
 * ActiveLab with one person: answered items and new ones on one scale, the lowest score asked
 * first. With all weights 1 (who answers, the model, and the prior that knows nothing) and K
 * classes,
 *   answered:  (2 Q + 1/K) / 3,   Q = out-of-sample probability of the answer that stands,
 *   new:       (max p + 1/K) / 2,
 * so an answer is asked about again where the model, taught by all the others, hardly believes it.
 */
import { guessOf } from './balanced-margin.ts';
import type { QueryInput, QueryStrategy, RankedQuery } from './strategy.ts';
import { topRows } from './top-rows.ts';

/** Goh and Mueller 2023, one annotator; `confidence` in the standing answer, out of sample. */
export function scoreAnswered(confidence: number, classes: number): number {
  return (2 * confidence + 1 / classes) / 3;
}

/** Goh and Mueller 2023, no annotator yet. */
export function scoreNew(best: number, classes: number): number {
  return (best + 1 / classes) / 2;
}

/**
 * Answered rows that may be asked about again, lowest score first, to be merged with new ones.
 * Several classes per item: Q is the probability of the whole answer, K = 2^classes sets.
 */
function rankAgain({ again, classes, mode, count }: QueryInput): readonly RankedQuery[] {
  if (!again) return [];
  const sets = mode === 'single' ? classes : 2 ** classes;
  const place = new Map(Array.from(again.rows, (row, i) => [row, i] as const));
  const confidence = (row: number): number => again.confidence[place.get(row) as number] as number;
  const scoreOf = (row: number): number => -scoreAnswered(confidence(row), sets);
  return topRows(again.rows, count, scoreOf, () => ({ kind: 'doubtful-label' }));
}

function rankNew(input: QueryInput): readonly RankedQuery[] {
  const { probabilities, classes, mode, candidates, count } = input;
  const sets = mode === 'single' ? classes : 2 ** classes;
  return topRows(candidates, count, (row) => {
    const own = probabilities.subarray(row * classes, (row + 1) * classes);
    const best =
      mode === 'single'
        ? (own[guessOf(input, row)] as number)
        : own.reduce((product, p) => product * Math.max(p, 1 - p), 1);
    return -scoreNew(best, sets);
  });
}

function rank(input: QueryInput): readonly RankedQuery[] {
  return [...rankNew(input), ...rankAgain(input)]
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0) || a.row - b.row)
    .slice(0, input.count);
}

export const relabel = {
  id: 'relabel',
  family: 'checking',
  label: 'Ask again where in doubt',
  hint: 'Asks about new items, and again about answers that the model finds hard to believe. For data with mistakes in it.',
  source: 'ActiveLab: Goh and Mueller 2023, arXiv:2301.11856, one annotator, all weights 1',
  needsModel: true,
  asksAgain: true,
  rank,
} as const satisfies QueryStrategy;
