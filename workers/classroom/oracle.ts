/** A simulated person: knows the truth and errs as often as asked. */
import { createRng, deriveSeed } from '../../src/domain/math/rng.ts';
import type { LabelMode } from '../../src/domain/records.ts';

export interface OracleOptions {
  readonly truth: readonly (readonly number[])[];
  readonly classes: number;
  readonly mode: LabelMode;
  /** Share of wrong answers, in [0, 1]. */
  readonly wrong: number;
  readonly seed: number;
}

/**
 * The answer depends on seed and row alone: whoever asks, and whenever, hears the same. Wrong is
 * another class, drawn evenly; where an item may have several, one class too many or too few.
 */
export function createOracle(options: OracleOptions): (row: number) => readonly number[] {
  const { truth, classes, mode, wrong, seed } = options;
  return (row) => {
    const known = truth[row] ?? [];
    const rng = createRng(deriveSeed(seed, 'oracle', row));
    if (rng.next() >= wrong || classes < 2) return known;
    if (mode === 'multi') {
      const turned = rng.integer(classes);
      return known.includes(turned)
        ? known.filter((c) => c !== turned)
        : [...known, turned].sort((a, b) => a - b);
    }
    const own = known[0] ?? 0;
    return [(own + 1 + rng.integer(classes - 1)) % classes];
  };
}
