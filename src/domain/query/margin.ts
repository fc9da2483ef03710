import type { QueryInput, QueryStrategy } from './strategy.ts';
import { topRows } from './top-rows.ts';

/**
 * Distance between the two most probable classes, in [0, 1]. Several classes per item: the least
 * |2p - 1| over the classes, the distance of the most doubtful yes or no.
 */
export function marginOf({ probabilities, classes, mode }: QueryInput, row: number): number {
  const start = row * classes;
  if (mode === 'multi') {
    let least = 1;
    for (let c = 0; c < classes; c++)
      least = Math.min(least, Math.abs(2 * (probabilities[start + c] as number) - 1));
    return least;
  }
  let first = 0;
  let second = 0;
  for (let c = 0; c < classes; c++) {
    const p = probabilities[start + c] as number;
    if (p > first) {
      second = first;
      first = p;
    } else if (p > second) second = p;
  }
  return first - second;
}

export const margin = {
  id: 'margin',
  family: 'uncertainty',
  label: 'Smallest margin',
  hint: 'Asks where the model wavers between two answers. A good default.',
  source: 'Scheffer, Decomain and Wrobel, IDA 2001: p(1) - p(2), smallest first',
  needsModel: true,
  rank: (input) => topRows(input.candidates, input.count, (row) => 1 - marginOf(input, row)),
} as const satisfies QueryStrategy;
