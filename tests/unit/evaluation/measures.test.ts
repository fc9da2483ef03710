import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brierScore,
  expectedCalibrationError,
  logLoss,
} from '../../../src/domain/evaluation/calibration.ts';
import { macroF1, perClassF1 } from '../../../src/domain/evaluation/macro-f1.ts';
import { wilsonInterval } from '../../../src/domain/evaluation/wilson.ts';

describe('Wilson interval', () => {
  it('agrees with published values', () => {
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const near = (hits: number, n: number, low: number, high: number): void => {
      expect(wilsonInterval(hits, n).low).toBeCloseTo(low, 4);
      expect(wilsonInterval(hits, n).high).toBeCloseTo(high, 4);
    };
    near(81, 263, 0.2553, 0.3662);
    near(15, 148, 0.0624, 0.1605);
    near(0, 20, 0, 0.1611);
    near(1, 29, 0.0061, 0.1718);
  });

  it('stays inside [0, 1] and holds the share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, share) => {
          const hits = Math.round(share * n);
          const { low, high } = wilsonInterval(hits, n);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(hits / n + 1e-12);
          expect(high).toBeGreaterThanOrEqual(hits / n - 1e-12);
        },
      ),
    );
  });
});

const confidence = [0.95, 0.9, 0.85, 0.75, 0.65, 0.6, 0.55, 0.52, 0.3, 0.8];
const isRight = [1, 1, 0, 1, 0, 1, 0, 1, 0, 1].map(Boolean);

describe('calibration', () => {
  it('reproduces the worked example', () => {
    expect(expectedCalibrationError(confidence, isRight, 5)).toBeCloseTo(0.153, 10);
    expect(brierScore(confidence, isRight)).toBeCloseTo(0.20429, 10);
    const ofTruth = confidence.map((p, i) => (isRight[i] ? p : 1 - p));
    expect(logLoss(ofTruth)).toBeCloseTo(0.5934356, 6);
  });

  it('is nothing for nothing', () => {
    expect([expectedCalibrationError([], []), logLoss([]), brierScore([], [])]).toEqual([0, 0, 0]);
  });
});

describe('macro F1', () => {
  const truth = [[0], [0], [1], [2]];
  it('is the mean over the classes that occur', () => {
    const predicted = [[0], [1], [1], [0]];
    expect(perClassF1({ truth, predicted, classes: 4 })).toEqual([0.5, 2 / 3, 0, null]);
    expect(macroF1({ truth, predicted, classes: 4 })).toBeCloseTo((0.5 + 2 / 3 + 0) / 3, 12);
  });

  it('works for sets', () => {
    expect(macroF1({ truth: [[0, 1], []], predicted: [[0], [1]], classes: 2 })).toBeCloseTo(
      0.5,
      12,
    );
    expect(macroF1({ truth: [[]], predicted: [[]], classes: 2 })).toBeNull();
  });
});
