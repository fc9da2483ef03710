import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng, type Rng } from '../../src/domain/math/rng.ts';
import { queryStrategies } from '../../src/domain/query/index.ts';
import type { QueryInput, QueryStrategy } from '../../src/domain/query/strategy.ts';

function unitRows(rows: number, rng: Rng): Float32Array {
  const values = new Float32Array(rows * 3);
  for (let r = 0; r < rows; r++) {
    const own = Array.from({ length: 3 }, () => rng.normal());
    values.set(
      own.map((value) => value / Math.hypot(...own)),
      r * 3,
    );
  }
  return values;
}

const poolArbitrary = fc
  .record({
    rows: fc.integer({ min: 0, max: 30 }),
    classes: fc.integer({ min: 2, max: 5 }),
    mode: fc.constantFrom('single' as const, 'multi' as const),
    count: fc.integer({ min: 1, max: 12 }),
    seed: fc.integer({ min: 0, max: 1_000 }),
  })
  .map(({ rows, classes, mode, count, seed }) => {
    const rng = createRng(seed);
    const probabilities = new Float32Array(rows * classes).map(() => rng.next());
    for (let r = 0; mode === 'single' && r < rows; r++) {
      const own = probabilities.subarray(r * classes, (r + 1) * classes);
      const sum = own.reduce((a, b) => a + b, 0);
      own.set(own.map((value) => value / sum));
    }
    const candidates = Int32Array.from({ length: rows }, (_, r) => r).filter((r) => r % 3 !== 1);
    const answers = Array.from({ length: rows }, (_, row) => ({ row, classes: [row % classes] }));
    return {
      probabilities,
      classes,
      mode,
      candidates,
      count,
      seed,
      vectors: { dims: 3, values: unitRows(rows, rng) },
      answers: answers.filter(({ row }) => row % 3 === 1),
    };
  });

type Pool = Omit<QueryInput, 'rng' | 'vectors' | 'answers'> &
  Partial<QueryInput> & { seed: number };

const inputOf = ({ seed, ...rest }: Pool): QueryInput => ({
  vectors: { dims: 0, values: new Float32Array(0) },
  answers: [],
  ...rest,
  rng: createRng(seed),
});

describe.each(Object.entries(queryStrategies))('strategy %s', (id, strategy: QueryStrategy) => {
  it('introduces itself', () => {
    expect(strategy.id).toBe(id);
    for (const text of [strategy.label, strategy.hint, strategy.source])
      expect(text.length).toBeGreaterThan(5);
  });

  it('returns distinct candidates, as many as asked for or there are, best first', () => {
    fc.assert(
      fc.property(poolArbitrary, (pool) => {
        const ranked = strategy.rank(inputOf(pool));
        expect(ranked.length).toBe(Math.min(pool.count, pool.candidates.length));
        expect(new Set(ranked.map(({ row }) => row)).size).toBe(ranked.length);
        for (const { row, probability } of ranked) {
          expect(pool.candidates).toContain(row);
          expect(probability).toBeGreaterThan(0);
          expect(probability).toBeLessThanOrEqual(1);
        }
        const scores = ranked.map(({ score }) => score ?? 0);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it('gives the same answer to the same input', () => {
    fc.assert(
      fc.property(poolArbitrary, (pool) => {
        expect(strategy.rank(inputOf(pool))).toEqual(strategy.rank(inputOf(pool)));
      }),
    );
  });

  it('asks for a prefix when it asks for fewer', () => {
    fc.assert(
      fc.property(poolArbitrary, (pool) => {
        const one = strategy.rank(inputOf({ ...pool, count: 1 }));
        expect(strategy.rank(inputOf(pool)).slice(0, 1)).toEqual(one);
      }),
    );
  });

  it('breaks ties by the lower row, unless it draws at random', () => {
    const equal = { probabilities: new Float32Array(40).fill(0.5), classes: 2, seed: 3 };
    const candidates = Int32Array.from({ length: 20 }, (_, r) => r);
    const ranked = strategy.rank(inputOf({ ...equal, mode: 'single', candidates, count: 4 }));
    if (ranked[0]?.score !== null) expect(ranked.map(({ row }) => row)).toEqual([0, 1, 2, 3]);
    expect(ranked.length).toBe(4);
  });

  it('leaves its input as it was', () => {
    const candidates = Int32Array.of(2, 4, 7);
    const probabilities = new Float32Array(16).fill(0.5);
    strategy.rank(
      inputOf({ probabilities, classes: 2, mode: 'single', candidates, count: 2, seed: 1 }),
    );
    expect([...candidates]).toEqual([2, 4, 7]);
    expect(probabilities.every((p) => p === 0.5)).toBe(true);
  });
});
