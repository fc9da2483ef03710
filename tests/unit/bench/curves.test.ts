import { describe, expect, it } from 'vitest';
import {
  type Curve,
  differences,
  labelsNeeded,
  meanAt,
  meanCurve,
  meanOf,
  ratioOf,
} from '../../bench/suite/curves.ts';

const curve = (...scores: number[]): Curve =>
  scores.map((score, i) => ({ labels: 10 * (i + 1), score }));

describe('curves over seeds', () => {
  it('takes the standard error of the mean from the sample deviation', () => {
    // 1, 2, 3: s = 1, s / sqrt(3) = 0.577...
    expect(meanOf([1, 2, 3])).toEqual({ mean: 2, error: Math.sqrt(1 / 3), n: 3 });
    expect(meanOf([0.5])).toEqual({ mean: 0.5, error: null, n: 1 });
    expect(meanOf([])).toBeNull();
  });

  it('counts only seeds that have the point', () => {
    const curves = [curve(0.2, 0.4), curve(0.4)];
    expect(meanAt(curves, 10)?.n).toBe(2);
    expect(meanAt(curves, 20)?.n).toBe(1);
    expect(meanAt(curves, 30)).toBeNull();
    expect(meanCurve(curves)).toEqual([{ labels: 10, score: expect.closeTo(0.3) }]);
  });

  it('finds by the straight line where a goal is reached and held', () => {
    expect(labelsNeeded(curve(0.2, 0.4, 0.6, 0.8), 0.5)).toBeCloseTo(25);
    expect(labelsNeeded(curve(0.7, 0.8), 0.5)).toBe(10);
    expect(labelsNeeded(curve(0.2, 0.4), 0.5)).toBeNull();
    // One lucky point is passed over; the last needs no witness.
    expect(labelsNeeded(curve(0.2, 0.6, 0.4, 0.6), 0.5)).toBeCloseTo(35);
    expect(labelsNeeded(curve(), 0.5)).toBeNull();
  });

  it('sets the labels of a strategy in proportion to those of random', () => {
    const found = ratioOf({
      strategy: [curve(0.3, 0.7, 0.9, 0.9), curve(0.3, 0.7, 0.9, 0.9)],
      random: [curve(0.1, 0.3, 0.5, 0.9), curve(0.1, 0.3, 0.5, 0.9)],
      goals: [0.7, 0.7],
    });
    expect(found).toMatchObject({ strategy: 20, random: 35, isBound: false });
    expect(found.ratio).toBeCloseTo(20 / 35);
    expect(found.interval?.[0]).toBeCloseTo(20 / 35);
    expect(found.interval?.[1]).toBeCloseTo(20 / 35);
  });

  it('gives a bound where random never arrives, and nothing where the strategy does not', () => {
    const good = curve(0.6, 0.9);
    const poor = curve(0.1, 0.2);
    const bound = ratioOf({ strategy: [good], random: [poor], goals: [0.6] });
    expect(bound).toMatchObject({ random: null, ratio: 0.5, isBound: true, interval: null });
    const none = ratioOf({ strategy: [poor], random: [good], goals: [0.6] });
    expect(none).toMatchObject({ strategy: null, ratio: null, interval: null });
  });

  it('holds the ratio within the interval of its seeds', () => {
    const { ratio, interval } = ratioOf({
      strategy: [curve(0.5, 0.7, 0.9), curve(0.3, 0.6, 0.9), curve(0.2, 0.5, 0.9)],
      random: [curve(0.2, 0.5, 0.8), curve(0.1, 0.4, 0.8), curve(0.1, 0.3, 0.8)],
      goals: [0.7, 0.7, 0.7],
    });
    expect(ratio).not.toBeNull();
    expect(interval?.[0]).toBeLessThanOrEqual(ratio ?? 0);
    expect(interval?.[1]).toBeGreaterThanOrEqual(ratio ?? 0);
    expect(interval?.[0]).toBeLessThan(interval?.[1] ?? 0);
  });

  it('calls a strategy worse only beyond two standard errors of paired seeds', () => {
    const random = [curve(0.5, 0.5), curve(0.6, 0.6), curve(0.7, 0.7)];
    // At 10 labels always 0.1 behind, give or take 0.01; at 20 the sign changes.
    const strategy = [curve(0.4, 0.4), curve(0.51, 0.7), curve(0.59, 0.65)];
    const [first, second] = differences(strategy, random);
    expect(first).toMatchObject({ labels: 10, isWorse: true, mean: expect.closeTo(-0.1) });
    expect(second).toMatchObject({ labels: 20, isWorse: false });
  });
});
