/**
 * Wrong answers of the simulated oracle: each item is answered wrongly with probability `noise`,
 * then uniformly with one of the other classes. What is drawn depends on the seed and the row
 * alone, so every strategy meets the same person: an item asked by two of them gets one answer.
 */
import { createRng, deriveSeed } from '../../src/domain/math/rng.ts';

export interface NoisyOracle {
  readonly classes: readonly string[];
  /** Probability of a wrong answer, between 0 and 1. */
  readonly noise: number;
  readonly seed: number;
}

/** The answer of the oracle about the row `id` whose class is `label`. */
export function answerOf(
  { classes, noise, seed }: NoisyOracle,
  { id, label }: { readonly id: number; readonly label: string },
): string {
  if (noise === 0) return label;
  const rng = createRng(deriveSeed(seed, 'oracle', id));
  if (rng.next() >= noise) return label;
  const others = classes.filter((name) => name !== label);
  return others[rng.integer(others.length)] ?? label;
}
