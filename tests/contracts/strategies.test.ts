import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../src/domain/math/rng.ts';
import { FAMILIES } from '../../src/domain/query/families.ts';
import { queryStrategies } from '../../src/domain/query/index.ts';
import type { QueryInput, QueryStrategy } from '../../src/domain/query/strategy.ts';
import { fittedInput, inputWith } from '../unit/query/make.ts';

const poolArbitrary = fc.record({
  rows: fc.integer({ min: 0, max: 30 }),
  classes: fc.integer({ min: 2, max: 5 }),
  mode: fc.constantFrom('single' as const, 'multi' as const),
  count: fc.integer({ min: 1, max: 12 }),
  seed: fc.integer({ min: 0, max: 1_000 }),
});

type Pool = Parameters<typeof fittedInput>[0];

/** Twice the same pool, so that a strategy which keeps something finds nothing of its own. */
const both = (pool: Pool): readonly [QueryInput, QueryInput] => [
  fittedInput(pool),
  fittedInput(pool),
];

const RUNS = { numRuns: 25 };

describe.each(Object.entries(queryStrategies))('strategy %s', (id, strategy: QueryStrategy) => {
  it('introduces itself', () => {
    expect(strategy.id).toBe(id);
    expect(FAMILIES).toContain(strategy.family);
    for (const text of [strategy.label, strategy.hint, strategy.source])
      expect(text.length).toBeGreaterThan(5);
  });

  it('returns distinct candidates, as many as asked for or there are, best first', () => {
    fc.assert(
      fc.property(poolArbitrary, (pool) => {
        const input = fittedInput(pool);
        const ranked = strategy.rank(input);
        expect(ranked.length).toBe(Math.min(pool.count, input.candidates.length));
        expect(new Set(ranked.map(({ row }) => row)).size).toBe(ranked.length);
        for (const { row, probability } of ranked) {
          expect(input.candidates).toContain(row);
          expect(probability).toBeGreaterThan(0);
          expect(probability).toBeLessThanOrEqual(1);
        }
        const scores = ranked.map(({ score }) => score ?? 0);
        expect(scores.every(Number.isFinite)).toBe(true);
        if (!strategy.isBatch) expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
      RUNS,
    );
  });

  it('gives the same answer to the same input', () => {
    fc.assert(
      fc.property(poolArbitrary, (pool) => {
        const [one, other] = both(pool);
        expect(strategy.rank(one)).toEqual(strategy.rank(other));
      }),
      RUNS,
    );
  });

  it('asks for a prefix when it asks for fewer, a batch for the same first', () => {
    fc.assert(
      fc.property(poolArbitrary, (pool) => {
        const [all, fewer] = both(pool);
        const count = strategy.isBatch ? 1 : Math.ceil(pool.count / 2);
        const rows = (input: QueryInput): number[] => strategy.rank(input).map(({ row }) => row);
        expect(rows({ ...fewer, count })).toEqual(rows(all).slice(0, count));
      }),
      RUNS,
    );
  });

  it('breaks ties by the lower row, unless it draws at random', () => {
    const equal = inputWith(new Array<number>(40).fill(0.5), { classes: 2, count: 4 });
    const ranked = strategy.rank({ ...equal, rng: createRng(3) });
    if (ranked[0]?.score !== null) expect(ranked.map(({ row }) => row)).toEqual([0, 1, 2, 3]);
    expect(ranked.length).toBe(4);
  });

  it('says of every row why', () => {
    const input = fittedInput({ rows: 30, classes: 3, mode: 'single', count: 12, seed: 5 });
    for (const { why } of strategy.rank(input)) expect(why.kind.length).toBeGreaterThan(3);
  });

  it('leaves its input as it was', () => {
    const input = fittedInput({ rows: 24, classes: 2, mode: 'single', count: 3, seed: 1 });
    const copy = structuredClone({
      candidates: input.candidates,
      probabilities: input.probabilities,
      vectors: input.vectors,
      answers: input.answers,
    });
    strategy.rank(input);
    expect(input).toMatchObject(copy);
  });
});
