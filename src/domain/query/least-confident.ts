import type { QueryInput, QueryStrategy } from './strategy.ts';
import { topRows } from './top-rows.ts';

/** 1 - max p (single); for several classes 1 - the probability of the proposed set's weakest member. */
export function leastConfidence({ probabilities, classes, mode }: QueryInput, row: number): number {
  const start = row * classes;
  let best = mode === 'single' ? 0 : 1;
  for (let c = 0; c < classes; c++) {
    const p = probabilities[start + c] as number;
    best = mode === 'single' ? Math.max(best, p) : Math.min(best, Math.max(p, 1 - p));
  }
  return 1 - best;
}

export const leastConfident = {
  id: 'least-confident',
  family: 'uncertainty',
  label: 'Least confident',
  hint: 'Asks where the most probable answer is least probable.',
  source: 'Lewis and Gale, SIGIR 1994: 1 - max p',
  needsModel: true,
  rank: (input) => topRows(input.candidates, input.count, (row) => leastConfidence(input, row)),
} as const satisfies QueryStrategy;
