import { entropyAt } from './entropy-at.ts';
import type { QueryInput, QueryStrategy } from './strategy.ts';
import { topRows } from './top-rows.ts';

/** -sum p ln p in nats; several classes per item: the sum of the binary entropies. */
export function entropyOf({ probabilities, classes, mode }: QueryInput, row: number): number {
  return entropyAt(probabilities, row * classes, { classes, mode });
}

export const entropy = {
  id: 'entropy',
  family: 'uncertainty',
  label: 'Highest entropy',
  hint: 'Asks where the probability is spread over the most classes. With many classes it wastes questions on noise.',
  source: 'Shannon 1948; Settles and Craven, EMNLP 2008: -sum p ln p',
  needsModel: true,
  rank: (input) => topRows(input.candidates, input.count, (row) => entropyOf(input, row)),
} as const satisfies QueryStrategy;
