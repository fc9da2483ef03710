import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail, logGamma } from '../../../src/domain/math/chi-square.ts';
import { createRng } from '../../../src/domain/math/rng.ts';
import { countsTest } from '../../../src/domain/oversight/counts-test.ts';
import { kolmogorovSmirnov } from '../../../src/domain/oversight/kolmogorov-smirnov.ts';
import { adjust } from '../../../src/domain/oversight/many-tests.ts';
import { mmdTest } from '../../../src/domain/oversight/mmd.ts';
import { psi, psiOfShares } from '../../../src/domain/oversight/psi.ts';

describe('population stability index', () => {
  it('reproduces the worked examples', () => {
    expect(psiOfShares([0.1, 0.2, 0.4, 0.2, 0.1], [0.15, 0.25, 0.35, 0.15, 0.1])).toBeCloseTo(
      0.0524911,
      6,
    );
    expect(psiOfShares([0.5, 0.5], [0.6, 0.4])).toBeCloseTo(0.0405465, 6);
  });

  it('is 0 for equal counts and never negative, empty bins included', () => {
    expect(psi([3, 4, 0], [3, 4, 0])).toBe(0);
    expect(psi([0, 0], [3, 4])).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 1 }), (pairs) => {
        const value = psi(
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
        );
        expect(value).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });
});

describe('chi-square', () => {
  it('has the tails of the tables', () => {
    expect(chiSquareTail(3.841459, 1)).toBeCloseTo(0.05, 6);
    expect(chiSquareTail(18.307038, 10)).toBeCloseTo(0.05, 6);
    expect(chiSquareTail(0.554298, 5)).toBeCloseTo(0.99, 6);
    expect(chiSquareTail(0, 3)).toBe(1);
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 10);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 10);
  });

  it('compares counts: the numbers of evidently, test_stattests.py', () => {
    // 16, 16, 16, 16, 16, 8 against 16, 18, 16, 14, 12, 12: p = .67309 there.
    expect(chiSquareTail(4 / 18 + 4 / 14 + 16 / 12 + 16 / 12, 5)).toBeCloseTo(0.67309, 4);
    expect(countsTest([10, 20], [10, 20])).toEqual({ statistic: 0, p: 1 });
    expect(countsTest([5, 0], [7, 0])).toEqual({ statistic: 0, p: 1 });
    // A 2 x 2 table by hand: (90, 60; 10, 40) has chi-square 24.
    expect(countsTest([90, 10], [60, 40]).statistic).toBeCloseTo(24, 10);
  });
});

describe('Kolmogorov and Smirnov', () => {
  it('finds the largest gap', () => {
    expect(kolmogorovSmirnov([1, 2, 3, 4], [3, 4, 5, 6]).statistic).toBe(0.5);
    expect(kolmogorovSmirnov([1, 1, 1], [1, 1]).statistic).toBe(0);
    expect(kolmogorovSmirnov([], [1])).toEqual({ statistic: 0, p: 1 });
    expect(kolmogorovSmirnov([1, 2], [5, 6]).statistic).toBe(1);
  });

  it('has about its level where nothing changed, and sees a shift', () => {
    const rng = createRng(2);
    const draw = (shift: number): number[] =>
      Array.from({ length: 100 }, () => rng.normal() + shift);
    const ps = Array.from({ length: 400 }, () => kolmogorovSmirnov(draw(0), draw(0)).p);
    const rejected = ps.filter((p) => p < 0.05).length;
    expect(rejected).toBeGreaterThan(3);
    expect(rejected).toBeLessThan(36);
    expect(kolmogorovSmirnov(draw(0), draw(1)).p).toBeLessThan(1e-4);
  });
});

describe('many tests', () => {
  it('adjusts as the paper does', () => {
    // Benjamini and Hochberg 1995, section 4: fifteen p values, four rejected at q = 0.05.
    const ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    expect(adjust(ps).filter((p) => p <= 0.05).length).toBe(4);
    expect(adjust([])).toEqual([]);
    expect(adjust([0.03])).toEqual([0.03]);
  });
});

describe('maximum mean discrepancy', () => {
  const cloud = (n: number, centre: number, seed: number): Float32Array => {
    const rng = createRng(seed);
    return Float32Array.from({ length: n * 3 }, () => rng.normal() + centre);
  };

  it('sees a cloud that moved, and tells which of its points did', () => {
    const moved = cloud(40, 0, 2);
    moved.set([5, 5, 5], 0);
    const { witness } = mmdTest(cloud(60, 0, 1), moved, { dims: 3, rng: createRng(3) });
    const { p } = mmdTest(cloud(60, 0, 1), cloud(40, 1, 2), { dims: 3, rng: createRng(3) });
    expect(p).toBeLessThan(0.01);
    expect(witness.length).toBe(40);
  });

  it('keeps its level where nothing moved', () => {
    const ps = Array.from(
      { length: 60 },
      (_, i) =>
        mmdTest(cloud(25, 0, 2 * i + 10), cloud(25, 0, 2 * i + 11), {
          dims: 3,
          rng: createRng(i),
          permutations: 99,
        }).p,
    );
    expect(ps.filter((p) => p <= 0.05).length).toBeLessThan(10);
    expect(mmdTest(new Float32Array(0), cloud(3, 0, 1), { dims: 3, rng: createRng(1) }).p).toBe(1);
  });
});
