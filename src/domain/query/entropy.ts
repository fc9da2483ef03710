import type { QueryInput, QueryStrategy } from './strategy.ts';
import { topRows } from './top-rows.ts';

const term = (p: number): number => (p > 0 ? -p * Math.log(p) : 0);

/** -sum p ln p in nats; several classes per item: the sum of the binary entropies. */
export function entropyOf({ probabilities, classes, mode }: QueryInput, row: number): number {
  const start = row * classes;
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const p = probabilities[start + c] as number;
    sum += term(p) + (mode === 'multi' ? term(1 - p) : 0);
  }
  return sum;
}

export const entropy = {
  id: 'entropy',
  label: 'Highest entropy',
  hint: 'Asks where the probability is spread over the most classes. With many classes it wastes questions on noise.',
  source: 'Shannon 1948; Settles and Craven, EMNLP 2008: -sum p ln p',
  needsModel: true,
  rank: (input) => topRows(input.candidates, input.count, (row) => entropyOf(input, row)),
} as const satisfies QueryStrategy;
