import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedCalibrationError } from '../../../src/domain/evaluation/calibration.ts';
import { createRng } from '../../../src/domain/math/rng.ts';
import {
  atTemperature,
  fitTemperature,
  LOG_T,
  yesAtTemperature,
} from '../../../src/domain/trust/calibration/temperature.ts';
import { atMost, leastWithoutError } from '../../../src/domain/trust/clopper-pearson.ts';
import { conformalQuantile, predictionSet } from '../../../src/domain/trust/prediction-sets.ts';
import {
  debiasedCalibrationError,
  reliabilityBins,
} from '../../../src/domain/trust/reliability.ts';

const softmax = (z: readonly number[]): number[] => {
  const raised = z.map(Math.exp);
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / sum);
};

describe('temperature', () => {
  const items = [
    { probabilities: softmax([2, 0, 0]), truth: 0 },
    { probabilities: softmax([0, 3, 0]), truth: 1 },
    { probabilities: softmax([1, 0, 0.5]), truth: 2 },
    { probabilities: softmax([0, 0, 4]), truth: 0 },
  ];
  const nll = (t: number): number =>
    items.reduce(
      (sum, { probabilities, truth }) =>
        sum - Math.log(atTemperature(probabilities, t)[truth] ?? 0),
      0,
    ) / items.length;

  it('is the one of least log loss: the worked example', () => {
    expect(nll(1)).toBeCloseTo(1.3876784, 6);
    const t = fitTemperature(items, { spread: Number.POSITIVE_INFINITY });
    expect(t).toBeCloseTo(3.5900089, 5);
    expect(nll(t)).toBeCloseTo(1.02795, 6);
  });

  it('is 1 for no answers, and stays nearer to its prior with few', () => {
    expect(fitTemperature([])).toBe(1);
    const t = fitTemperature(items);
    expect(t).toBeGreaterThan(Math.exp(LOG_T.mean));
    expect(t).toBeLessThan(3.59);
    expect(fitTemperature(items, { mean: 0, spread: 1e-3 })).toBeCloseTo(1, 3);
  });

  it('changes no answer and is undone by its inverse', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (raw, t) => {
          const sum = raw.reduce((a, b) => a + b, 0);
          const p = raw.map((value) => value / sum);
          const scaled = atTemperature(p, t);
          const best = scaled[p.indexOf(Math.max(...p))] ?? 0;
          expect(best).toBeGreaterThan(Math.max(...scaled) - 1e-12);
          atTemperature(scaled, 1 / t).forEach((value, c) => {
            expect(value).toBeCloseTo(p[c] ?? 0, 6);
          });
        },
      ),
    );
    expect(yesAtTemperature(0.8, 1)).toBeCloseTo(0.8, 12);
    expect(yesAtTemperature(0.8, 2)).toBeCloseTo(2 / 3, 12);
  });
});

describe('the exact bound', () => {
  it.each([
    [0, 59, 0.0495076],
    [0, 299, 0.0099691],
    [2, 100, 0.0616192],
    [5, 200, 0.0518433],
  ])('%i of %i', (errors, n, bound) => {
    // The published upper bound at 95 % is the rate at which so few errors have a chance of 5 %.
    expect(atMost(errors, n, bound)).toBeCloseTo(0.05, 4);
  });

  it('needs 59 faultless items for 5 %, 299 for 1 %', () => {
    expect(leastWithoutError(0.05, 0.95)).toBe(59);
    expect(leastWithoutError(0.01, 0.95)).toBe(299);
  });
});

describe('prediction sets', () => {
  const scores = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6];
  it('reproduces the worked example', () => {
    expect([0.9, 0.8, 0.7].map((coverage) => conformalQuantile(scores, coverage))).toEqual([
      0.6, 0.4, 0.3,
    ]);
    expect(conformalQuantile(scores, 0.95)).toBe(Number.POSITIVE_INFINITY);
    expect(predictionSet([0.7, 0.2, 0.1], 0.6)).toEqual([0]);
    expect(predictionSet([0.45, 0.42, 0.13], 0.6)).toEqual([0, 1]);
    expect(predictionSet([0.4, 0.3, 0.3], Number.POSITIVE_INFINITY)).toEqual([0, 1, 2]);
    expect(predictionSet([0.4, 0.3, 0.3], 0)).toEqual([0]);
  });
});

describe('reliability', () => {
  const draw = (n: number, shift: number) => {
    const rng = createRng(7);
    return Array.from({ length: n }, () => {
      const confidence = 0.5 + rng.next() / 2;
      return { confidence, isRight: rng.next() < confidence - shift };
    });
  };

  it('has bins of equal size, none without enough in it', () => {
    const bins = reliabilityBins(draw(47, 0));
    expect(bins.map(({ right }) => right.n)).toEqual([12, 12, 11, 12]);
    expect(reliabilityBins(draw(9, 0))).toEqual([]);
  });

  it('takes out what chance adds: near nothing for an honest model, the gap for another', () => {
    const honest = draw(2_000, 0);
    const plain = expectedCalibrationError(
      honest.map(({ confidence }) => confidence),
      honest.map(({ isRight }) => isRight),
    );
    expect(plain).toBeGreaterThan(0);
    expect(debiasedCalibrationError(reliabilityBins(honest))).toBeLessThan(0.03);
    expect(debiasedCalibrationError(reliabilityBins(draw(2_000, 0.2)))).toBeCloseTo(0.2, 1);
  });
});
