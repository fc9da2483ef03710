import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareArms } from '../../../src/domain/evaluation/labels-saved.ts';
import { type CurvePoint, errorAt, fitPowerLaw } from '../../../src/domain/evaluation/power-law.ts';
import { projectGain } from '../../../src/domain/evaluation/projected-gain.ts';
import { stratifiedFolds } from '../../../src/domain/evaluation/stratified-folds.ts';
import { createRng } from '../../../src/domain/math/rng.ts';

describe('the power law of a learning curve', () => {
  it('finds the law that made the points', () => {
    const made = { a: 0.1, b: 0.9, c: 0.5, residual: 0 };
    const points = [10, 20, 40, 80, 160].map(
      (labels): CurvePoint => ({ labels, error: errorAt(made, labels), n: 50 }),
    );
    const found = fitPowerLaw(points);
    expect(found?.residual).toBeLessThan(1e-4);
    for (const labels of [30, 100, 300])
      expect(errorAt(found ?? made, labels)).toBeCloseTo(errorAt(made, labels), 2);
  });

  it('needs three sizes, keeps its bounds, and never says that answers do harm', () => {
    const point = fc.record({
      labels: fc.integer({ min: 1, max: 1000 }),
      error: fc.double({ min: 0, max: 1, noNaN: true }),
      n: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 8 }), (points) => {
        const law = fitPowerLaw(points);
        const sizes = new Set(points.map(({ labels }) => labels)).size;
        expect(law === null).toBe(sizes < 3);
        if (!law) return;
        expect(law.a).toBeGreaterThanOrEqual(0);
        expect(law.a).toBeLessThanOrEqual(1 + 1e-9);
        expect(law.b).toBeGreaterThanOrEqual(0);
        expect(errorAt(law, 100)).toBeGreaterThanOrEqual(errorAt(law, 200));
      }),
    );
  });
});

const SIZES = [10, 20, 40, 80, 160];

/** Audit answer i is wrong as long as its own threshold lies below the error of the law. */
function curveOf(n: number, sizes = SIZES) {
  const wrong = sizes.map((labels) => {
    const error = 0.1 + 1.2 * labels ** -0.5;
    return Array.from({ length: n }, (_, i) => ((i + 0.5) / n < error ? 1 : 0));
  });
  return { labels: sizes, wrong };
}

describe('what more answers would bring', () => {
  it('says how much, with an interval that holds it, and n', () => {
    const gain = projectGain(curveOf(200), 50, createRng(1));
    if (gain.kind !== 'gain') throw new Error(gain.kind);
    const truth = 1.2 * (160 ** -0.5 - 210 ** -0.5);
    expect(gain.n).toBe(200);
    expect(gain.low).toBeLessThanOrEqual(truth);
    expect(gain.high).toBeGreaterThanOrEqual(truth);
    expect(gain.low).toBeGreaterThanOrEqual(0);
    expect(gain.band[0]?.labels).toBe(10);
    expect(gain.band.at(-1)?.labels).toBe(210);
    expect(gain).toEqual(projectGain(curveOf(200), 50, createRng(1)));
  });

  it('refuses where there is too little to go by', () => {
    expect(projectGain(curveOf(19), 50, createRng(1))).toMatchObject({ kind: 'few-audits', n: 19 });
    expect(projectGain(curveOf(60, [5, 10, 20, 30]), 50, createRng(1)).kind).toBe('few-answers');
    expect(projectGain(curveOf(60, [40, 50, 60]), 50, createRng(1)).kind).toBe('few-answers');
    expect(projectGain({ labels: [], wrong: [] }, 50, createRng(1)).kind).toBe('few-audits');
  });
});

describe('chosen questions against random ones', () => {
  const arm = (right: number): boolean[] => Array.from({ length: 40 }, (_, i) => i < right);

  it('compares both on the same audit answers', () => {
    const curve = [
      { labels: 10, right: 0.76 },
      { labels: 20, right: 0.7 },
      { labels: 30, right: 0.8 },
      { labels: 40, right: 0.9 },
    ];
    const arms = compareArms({ labels: 32, random: arm(30), chosen: arm(36), curve });
    expect(arms).toMatchObject({ labels: 32, needed: 30, random: { value: 0.75, n: 40 } });
    expect(arms?.pValue).toBeCloseTo(0.03125, 8); // Six to none: 2 / 2^6.
  });

  it('says nothing on few audit answers, and does not invent what was not reached', () => {
    const few = { labels: 20, random: arm(9).slice(0, 29), chosen: arm(9).slice(0, 29), curve: [] };
    expect(compareArms(few)).toBeNull();
    const curve = [{ labels: 10, right: 0.2 }];
    expect(compareArms({ labels: 32, random: arm(30), chosen: arm(9), curve })?.needed).toBeNull();
  });
});

describe('stratified folds', () => {
  it('differ by at most one, in all and in each class', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c')),
        fc.integer({ min: 2, max: 6 }),
        (strata, folds) => {
          const own = stratifiedFolds(strata, folds, createRng(4));
          for (const wanted of [strata, ['a'], ['b'], ['c']]) {
            const sizes = Array.from(
              { length: folds },
              (_, fold) => strata.filter((s, i) => own[i] === fold && wanted.includes(s)).length,
            );
            expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});
