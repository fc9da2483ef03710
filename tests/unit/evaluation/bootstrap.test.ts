import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceleration, bootstrapIntervals } from '../../../src/domain/evaluation/bootstrap.ts';
import { scoreClasses } from '../../../src/domain/evaluation/class-scores.ts';
import { macroF1 } from '../../../src/domain/evaluation/macro-f1.ts';
import { normalCdf, normalQuantile } from '../../../src/domain/math/normal.ts';
import { createRng } from '../../../src/domain/math/rng.ts';

/** Efron and Tibshirani 1993, table 14.1: the spatial test data, part A. */
const SPATIAL = [
  48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30,
  41,
];

function variance(units: Int32Array): readonly number[] {
  const own = Array.from(units, (unit) => SPATIAL[unit] ?? 0);
  const mean = own.reduce((sum, one) => sum + one, 0) / own.length;
  return [own.reduce((sum, one) => sum + (one - mean) ** 2, 0) / own.length];
}

describe('bootstrap', () => {
  it('reproduces the published intervals of the spatial test data', () => {
    const run = (method: 'bca' | 'percentile') =>
      bootstrapIntervals({
        n: SPATIAL.length,
        statistics: variance,
        rng: createRng(3),
        draws: 20_000,
        level: 0.9,
        method,
      })[0];
    // Table 14.2, from 2,000 draws: percentile 100.8 to 233.9, BCa 115.8 to 259.6.
    expect(run('percentile')?.value).toBeCloseTo(171.5, 1);
    expect(Math.abs((run('percentile')?.low ?? 0) - 100.8)).toBeLessThan(4);
    expect(Math.abs((run('percentile')?.high ?? 0) - 233.9)).toBeLessThan(4);
    expect(Math.abs((run('bca')?.low ?? 0) - 115.8)).toBeLessThan(5);
    expect(Math.abs((run('bca')?.high ?? 0) - 259.6)).toBeLessThan(6);
  });

  it('has the published acceleration', () => {
    const all = Int32Array.from(SPATIAL, (_, i) => i);
    const left = SPATIAL.map((_, i) => variance(all.filter((unit) => unit !== i))[0] ?? 0);
    expect(acceleration(left)).toBeCloseTo(0.061, 3);
  });

  it('is the same for the same seed and holds the figure of most samples', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2 }), (values) => {
        const run = () =>
          bootstrapIntervals({
            n: values.length,
            statistics: (units) => [
              units.reduce((sum, unit) => sum + (values[unit] ?? 0), 0) / units.length,
              null,
            ],
            rng: createRng(1),
            draws: 100,
          });
        const [own, undefinedOne] = run();
        expect(run()[0]).toEqual(own);
        expect(undefinedOne).toBeNull();
        expect(own?.low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(own?.high).toBeLessThanOrEqual(Math.max(...values));
        expect(own?.low).toBeLessThanOrEqual(own?.high ?? 0);
      }),
    );
  });

  it('knows the normal distribution', () => {
    expect(normalCdf(1.959963985)).toBeCloseTo(0.975, 6);
    expect(normalCdf(-1)).toBeCloseTo(0.158655254, 6);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 4);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 6);
    expect(normalQuantile(1)).toBeCloseTo(8, 6);
  });
});

const SETS = {
  truth: [[0], [0], [0], [1], [1], [2]],
  predicted: [[0], [0], [1], [1], [0], [1]],
  classes: 4,
};

describe('scores of each class', () => {
  it('counts shares with their own n', () => {
    const { classes, macroF1: mean } = scoreClasses(SETS, createRng(1));
    expect(classes[0]?.precision).toMatchObject({ value: 2 / 3, n: 3 });
    expect(classes[0]?.recall).toMatchObject({ value: 2 / 3, n: 3 });
    expect(classes[0]?.f1).toMatchObject({ value: 2 / 3, n: 4 });
    expect(classes[2]?.precision).toBeNull(); // Never said.
    expect(classes[2]?.recall).toMatchObject({ value: 0, n: 1 });
    expect(classes[3]).toEqual({ precision: null, recall: null, f1: null });
    expect(mean?.value).toBeCloseTo(macroF1(SETS) ?? -1, 12);
    expect(mean?.n).toBe(6);
  });

  it('never claims certainty: all right is not 100 to 100 %', () => {
    const truth = Array.from({ length: 12 }, (_, i) => [i % 2]);
    const { macroF1: mean, classes } = scoreClasses(
      { truth, predicted: truth, classes: 2 },
      createRng(1),
    );
    expect(mean).toMatchObject({ value: 1, high: 1 });
    expect(mean?.low).toBeCloseTo(0.7575, 3); // Wilson, 12 of 12.
    expect(classes[1]?.f1?.low).toBeLessThan(0.7);
  });

  it('holds for nothing at all and for one item that has no class', () => {
    const none = scoreClasses({ truth: [], predicted: [], classes: 2 }, createRng(1));
    expect(none.macroF1).toBeNull();
    const empty = scoreClasses({ truth: [[]], predicted: [[]], classes: 2 }, createRng(1));
    expect(empty.macroF1).toBeNull();
  });
});
