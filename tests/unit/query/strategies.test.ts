import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import { entropyOf } from '../../../src/domain/query/entropy.ts';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import { leastConfidence } from '../../../src/domain/query/least-confident.ts';
import { marginOf } from '../../../src/domain/query/margin.ts';
import type { QueryInput } from '../../../src/domain/query/strategy.ts';
import { inputWith } from './make.ts';

const input = (values: readonly number[], more: Partial<QueryInput> = {}): QueryInput =>
  inputWith(values, { classes: 3, ...more });

describe('worked examples (the same numbers as scikit-activeml, test_uncertainty_sampling.py)', () => {
  const pool = input([0.2, 0.5, 0.3, 0.1, 0.7, 0.2]);

  it.each([
    [0, 0.5, 0.2, 1.0296530141],
    [1, 0.3, 0.5, 0.8018185525],
  ])('row %i', (row, confidence, distance, spread) => {
    expect(leastConfidence(pool, row)).toBeCloseTo(confidence, 6);
    expect(marginOf(pool, row)).toBeCloseTo(distance, 6);
    expect(entropyOf(pool, row)).toBeCloseTo(spread, 6);
  });

  it('asks the wavering row first', () => {
    for (const id of ['margin', 'least-confident', 'entropy'] as const)
      expect(queryStrategies[id].rank(pool).map(({ row }) => row)).toEqual([0, 1]);
  });
});

describe('several classes per item', () => {
  const pool = input([0.9, 0.1, 0.45, 0.99, 0.01, 0.02], { mode: 'multi' });

  it('looks at the most doubtful yes or no', () => {
    expect(marginOf(pool, 0)).toBeCloseTo(0.1, 6);
    expect(leastConfidence(pool, 0)).toBeCloseTo(0.45, 6);
    expect(entropyOf(pool, 0)).toBeCloseTo(2 * 0.3250829734 + 0.6881388137, 5);
    expect(queryStrategies.margin.rank(pool)[0]?.row).toBe(0);
  });
});

describe('random', () => {
  it('draws every row equally often and says with what probability', () => {
    const pool = input(new Array(15).fill(1 / 3), { count: 1, rng: createRng(7) });
    const drawn = new Int32Array(5);
    for (let i = 0; i < 5_000; i++) {
      const [query] = queryStrategies.random.rank(pool);
      expect(query?.probability).toBeCloseTo(0.2, 12);
      drawn[query?.row ?? 0] = (drawn[query?.row ?? 0] ?? 0) + 1;
    }
    // Binomial(5000, 0.2): five standard deviations are 141.
    for (const count of drawn) expect(Math.abs(count - 1_000)).toBeLessThan(141);
  });
});
