/** Entropy of one row of a row-major array of probabilities. */
import type { QueryInput } from './strategy.ts';

export type ClassShape = Pick<QueryInput, 'classes' | 'mode'>;

/** -p ln p in nats; 0 where nothing is in doubt. */
export function entropyTerm(p: number): number {
  return p > 0 ? -p * Math.log(p) : 0;
}

/** Entropy of a yes or no. */
export function binaryEntropy(p: number): number {
  return entropyTerm(p) + entropyTerm(1 - p);
}

/** -sum p ln p of the classes from `start` on; several classes per item: sum of the binary entropies. */
export function entropyAt(
  values: ArrayLike<number>,
  start: number,
  { classes, mode }: ClassShape,
): number {
  let sum = 0;
  for (let at = start; at < start + classes; at++) {
    const p = values[at] as number;
    sum += mode === 'multi' ? binaryEntropy(p) : entropyTerm(p);
  }
  return sum;
}
