import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classWeights, orderScore } from '../../../src/domain/trust/order-score.ts';

describe('the order that tests a promise', () => {
  it('takes back the weights that the classes had when they were learned', () => {
    // 90 and 10 answers, all classes weighing the same: 100 / (2 * 90) and 100 / (2 * 10).
    const weights = classWeights([90, 10], 1);
    expect(weights.map((weight) => Number(weight.toFixed(4)))).toEqual([0.5556, 5]);
    // Balanced odds of 1 to 1 are odds of 9 to 1 among what was learned.
    expect(orderScore([0.5, 0.5], weights, 'single')).toBeCloseTo(0.9, 10);
    expect(orderScore([0.25, 0.75], weights, 'single')).toBeCloseTo(0.25, 10);
  });

  it('is the confidence where nothing was balanced, and a class never seen stands as it is', () => {
    expect(classWeights([90, 10], 0)).toEqual([1, 1]);
    expect(classWeights([5, 0, 5], 1)[1]).toBe(1);
    expect(orderScore([0.2, 0.7, 0.1], [], 'single')).toBeCloseTo(0.7, 10);
    expect(orderScore([0.2, 0.7], [], 'multi')).toBeCloseTo(0.56, 10);
  });

  it('lies between 0 and 1 for any weights', () => {
    const share = fc.double({ min: 1e-6, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { minLength: 2, maxLength: 6 }), (pairs) => {
        const p = pairs.map(([value]) => value);
        const sum = p.reduce((a, b) => a + b, 0);
        const score = orderScore(
          p.map((value) => value / sum),
          pairs.map(([, weight]) => weight),
          'single',
        );
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });
});
