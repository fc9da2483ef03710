import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findConflict } from '../../../src/domain/explanation/conflict.ts';
import { diversity, plausibility, proximity } from '../../../src/domain/explanation/measures.ts';
import { binomialTail, mcNemar } from '../../../src/domain/math/binomial.ts';

describe('binomial tail', () => {
  it('is what tables say', () => {
    expect(binomialTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
    expect(binomialTail(0, 10, 0.3)).toBe(1);
    expect(binomialTail(11, 10, 0.3)).toBe(0);
    expect(binomialTail(1, 3, 0)).toBe(0);
    expect(binomialTail(3, 3, 1)).toBe(1);
    expect(binomialTail(700, 2_000, 0.35)).toBeGreaterThan(0.45);
  });

  it('falls with k and complements the other tail', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.nat(200),
        (n, p, k) => {
          const at = Math.min(k, n);
          expect(binomialTail(at, n, p)).toBeGreaterThanOrEqual(binomialTail(at + 1, n, p) - 1e-12);
          const other = binomialTail(n - at + 1, n, 1 - p);
          expect(binomialTail(at, n, p) + other).toBeCloseTo(1, 8);
        },
      ),
    );
  });

  it('gives the exact McNemar test', () => {
    expect(mcNemar(0, 0)).toBe(1);
    expect(mcNemar(1, 8)).toBeCloseTo((2 * 10) / 512, 10);
    expect(mcNemar(8, 1)).toBe(mcNemar(1, 8));
    expect(mcNemar(5, 5)).toBe(1);
  });
});

describe('conflicts', () => {
  const all = [60, 60];
  it('are found where labels clearly speak against what was said', () => {
    const said = (stance: 'for' | 'against' | 'irrelevant', classIndex: number, own: number[]) =>
      findConflict({ stance, classIndex, withFeature: own, all });
    expect(said('for', 0, [2, 18])).toEqual({ labels: 20, disagree: 18 });
    expect(said('for', 0, [18, 2])).toBeNull();
    expect(said('against', 0, [18, 2])).toEqual({ labels: 20, disagree: 18 });
    expect(said('irrelevant', -1, [31, 9])).toEqual({ labels: 40, disagree: 31 });
    expect(said('irrelevant', -1, [11, 9])).toBeNull();
  });

  it('need five labels', () => {
    const withFeature = [0, 4];
    expect(findConflict({ stance: 'for', classIndex: 0, withFeature, all })).toBeNull();
  });
});

describe('measures of counterfactuals', () => {
  it('have the bounds they should', () => {
    expect(proximity({ changed: 2, total: 8 })).toBe(0.75);
    expect(proximity({ changed: 0, total: 0 })).toBe(1);
    expect(plausibility([true, true, false, false, true])).toBeCloseTo(0.6);
    expect(plausibility([true])).toBeNull();
    expect(diversity([new Set(['a'])])).toBeNull();
    expect(diversity([new Set(['a']), new Set(['b'])])).toBe(1);
    expect(diversity([new Set(['a']), new Set(['a'])])).toBe(0);
    expect(diversity([new Set(['a', 'b']), new Set(['b', 'c'])])).toBeCloseTo(2 / 3);
  });
});
