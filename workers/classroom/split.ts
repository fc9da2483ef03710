import { createRng, deriveSeed, shuffled } from '../../src/domain/math/rng.ts';

const TEST_SHARE = 1 / 3;

export interface Split {
  /** Ascending. */
  readonly pool: readonly number[];
  readonly test: readonly number[];
}

/** A third of the rows, drawn by seed, is the test. */
export function splitRows(rows: number, seed: number): Split {
  const all = Array.from({ length: rows }, (_, row) => row);
  const drawn = shuffled(all, createRng(deriveSeed(seed, 'split')));
  const testCount = Math.round(rows * TEST_SHARE);
  const ascending = (part: readonly number[]): readonly number[] => part.toSorted((a, b) => a - b);
  return { test: ascending(drawn.slice(0, testCount)), pool: ascending(drawn.slice(testCount)) };
}
