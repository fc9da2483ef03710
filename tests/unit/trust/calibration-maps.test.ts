import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import {
  type CalibrationRow,
  chooseCalibration,
  ISOTONIC_ANSWERS,
} from '../../../src/domain/trust/calibration/choose.ts';
import { halfFreed } from '../../../src/domain/trust/calibration/half-freed.ts';
import { fitIsotonic, poolAdjacent } from '../../../src/domain/trust/calibration/isotonic.ts';
import { keepAnswer } from '../../../src/domain/trust/calibration/keep-answer.ts';
import { type CalibrationMap, calibrate } from '../../../src/domain/trust/calibration/map.ts';
import { atVector, fitVector } from '../../../src/domain/trust/calibration/vector.ts';
import type { AuditedItem } from '../../../src/domain/trust/evidence.ts';

/** What each point is given: the step that it was pooled into. */
function fittedBy(x: readonly number[], y: readonly number[], weights = x.map(() => 1)): number[] {
  const points = x.map((place, i) => ({ x: place, y: y[i] ?? 0, weight: weights[i] ?? 1 }));
  const steps = poolAdjacent(points);
  let left = 0;
  let at = 0;
  return points.map(({ weight }) => {
    if (left < 1e-9) left = steps[at++]?.weight ?? 0;
    left -= weight;
    return steps[at - 1]?.y ?? Number.NaN;
  });
}

describe('pooling adjacent violators', () => {
  // scikit-learn 1.2.1, IsotonicRegression().fit(x, y).predict(x).
  const x = [0.1, 0.2, 0.25, 0.3, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9];
  const y = [0, 1, 0, 1, 1, 0, 1, 1, 0, 1];
  const thirds = (...values: readonly number[]) => values.map((value) => value / 9);

  it('gives what scikit-learn gives', () => {
    const expected = thirds(0, 4.5, 4.5, 6, 6, 6, 6, 6, 6, 9);
    fittedBy(x, y).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] ?? -1, 10);
    });
  });

  it('gives what scikit-learn gives with weights', () => {
    const weights = [1, 2, 1, 1, 3, 1, 1, 2, 1, 1];
    const expected = thirds(0, 6, 6, 7, 7, 7, 7, 7, 7, 9);
    fittedBy(x, y, weights).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] ?? -1, 10);
    });
  });

  it('never falls, and keeps the weighted sum', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (ys) => {
        const steps = poolAdjacent(ys.map((one, i) => ({ x: i, y: one, weight: 1 })));
        for (let i = 1; i < steps.length; i++)
          expect(steps[i]?.y).toBeGreaterThan(steps[i - 1]?.y ?? 1);
        const sum = steps.reduce((total, step) => total + step.y * step.weight, 0);
        expect(sum).toBeCloseTo(
          ys.reduce((a, b) => a + b, 0),
          8,
        );
      }),
    );
  });
});

describe('vector scaling', () => {
  const rows: readonly (readonly [number, number, number, number])[] = [
    [0.6, 0.3, 0.1, 0],
    [0.5, 0.4, 0.1, 1],
    [0.2, 0.7, 0.1, 1],
    [0.3, 0.4, 0.3, 1],
    [0.1, 0.2, 0.7, 2],
    [0.25, 0.25, 0.5, 1],
    [0.4, 0.35, 0.25, 0],
    [0.7, 0.2, 0.1, 0],
    [0.15, 0.6, 0.25, 1],
    [0.3, 0.1, 0.6, 2],
    [0.45, 0.45, 0.1, 1],
    [0.2, 0.3, 0.5, 2],
  ];
  const items = rows.map(([a, b, c, truth]) => ({ probabilities: [a, b, c], truth }));

  // The same objective minimised by scipy 1.10.1, scipy.optimize.minimize(method='BFGS', gtol=1e-10).
  it.each([
    [1, [1.24428994, 1.12706142, 1.2628608], [-0.20846988, 0.30328234, -0.09481247]],
    [0.5, [2.42759406, 2.0086869, 2.43217502], [-0.13988134, 0.28835532, -0.14847394]],
  ])('finds what scipy finds, from the temperature %f', (temperature, scales, shifts) => {
    const found = fitVector(items, { temperature }, { scale: 0.5, shift: 1 });
    scales.forEach((value, c) => {
      expect(found.scales[c]).toBeCloseTo(value, 4);
    });
    shifts.forEach((value, c) => {
      expect(found.shifts[c]).toBeCloseTo(value, 4);
    });
  });

  it('is Platt scaling for two classes without a ridge, as scikit-learn has it', () => {
    const p = [0.1, 0.2, 0.35, 0.4, 0.55, 0.6, 0.7, 0.8, 0.9, 0.3];
    const truth = [0, 0, 1, 0, 1, 0, 1, 1, 1, 0];
    const pairs = p.map((value, i) => ({
      probabilities: [1 - value, value],
      truth: truth[i] ?? 0,
    }));
    const map = fitVector(pairs, { temperature: 1 }, { scale: 1e4, shift: 1e4 });
    // scikit-learn 1.2.1, LogisticRegression(penalty=None) on the log odds. Vector scaling has a scale for
    // each of the two logarithms, so it fits at least as well.
    const platt = [0.01691665, 0.07487852, 0.25939587, 0.34494678, 0.62620961];
    const lossOf = (values: readonly number[]): number =>
      values.reduce((sum, q, i) => sum - Math.log(truth[i] === 1 ? q : 1 - q), 0);
    const all = [...platt, 0.71238816, 0.85203072, 0.9415713, 0.98697894, 0.18468346];
    const own = pairs.map(({ probabilities }) => atVector(probabilities, map)[1] ?? 0);
    expect(lossOf(own)).toBeLessThan(lossOf(all) + 1e-6);
  });

  it('is the temperature where the ridge is all there is', () => {
    const found = fitVector(items, { temperature: 0.5 }, { scale: 1e-5, shift: 1e-5 });
    expect(found.scales.every((scale) => Math.abs(scale - 2) < 1e-4)).toBe(true);
    expect(found.shifts.every((shift) => Math.abs(shift) < 1e-4)).toBe(true);
  });
});

const shares = (least: number) =>
  fc
    .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: least, maxLength: 6 })
    .map((raw) => {
      const sum = raw.reduce((a, b) => a + b, 0);
      return raw.map((value) => value / sum);
    });

describe('a calibrated answer', () => {
  it('is never another one', () => {
    fc.assert(
      fc.property(shares(3), fc.nat(), (p, pick) => {
        const answer = pick % p.length;
        const kept = keepAnswer(p, answer);
        expect(kept.indexOf(Math.max(...kept))).toBe(answer);
        expect(kept.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 7);
      }),
    );
    const tied = keepAnswer([0.3, 0.5, 0.2], 0);
    expect(tied.map((value) => Number(value.toFixed(6)))).toEqual([0.4, 0.4, 0.2]);
  });

  it.each<CalibrationMap>([
    { kind: 'temperature', temperature: 0.6, shifts: [0.7, -0.2, -0.4] },
    { kind: 'vector', scales: [1, 3, 0.5], shifts: [-2, 1, 2] },
    { kind: 'isotonic', temperature: 0.5, from: [0.4, 0.7, 0.99], to: [0.1, 0.5, 0.95] },
  ])('keeps its class and sums to 1: $kind', (map) => {
    fc.assert(
      fc.property(shares(3), (raw) => {
        const p = raw.slice(0, 3).map((value, _, all) => value / all.reduce((a, b) => a + b, 0));
        const scaled = calibrate(p, map, 'single');
        expect(scaled.indexOf(Math.max(...scaled))).toBe(p.indexOf(Math.max(...p)));
        expect(scaled.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 7);
        expect(Math.min(...scaled)).toBeGreaterThanOrEqual(0);
        const yes = calibrate(p, map, 'multi');
        yes.forEach((value, c) => {
          expect(value > 0.5).toBe((p[c] ?? 0) > 0.5);
        });
      }),
    );
  });

  it('of the surer item stays the surer one, step by step', () => {
    const rng = createRng(5);
    const items = Array.from({ length: 300 }, () => {
      const p = 0.5 + rng.next() / 2;
      return { probabilities: [p, 1 - p], truth: rng.next() < p ** 2 ? 0 : 1 };
    });
    const map = fitIsotonic(items, { temperature: 0.7 });
    const said = Array.from({ length: 50 }, (_, i) => {
      const p = 0.75 + i / 200;
      return calibrate([p, 1 - p], map, 'single')[0] ?? 0;
    });
    for (let i = 1; i < said.length; i++) expect(said[i]).toBeGreaterThan(said[i - 1] ?? 1);
  });
});

/** Items whose true classes follow from what is said by `distort`; said by a model that knows nothing of it. */
function audits(n: number, distort: (p: readonly number[]) => readonly number[]) {
  const rng = createRng(17);
  return Array.from({ length: n }, (): AuditedItem => {
    const z = [1.6 * rng.normal(), 1.6 * rng.normal(), 1.6 * rng.normal()].map(Math.exp);
    const sum = z.reduce((a, b) => a + b, 0);
    const probabilities = z.map((value) => value / sum);
    const draw = rng.next();
    let passed = 0;
    const truth = distort(probabilities).findIndex((p) => {
      passed += p;
      return draw < passed;
    });
    return { probabilities, truth: Math.max(0, truth) };
  });
}

const toRow = (item: AuditedItem): CalibrationRow => ({
  items: [item],
  lossAt: (map) =>
    -Math.log(Math.max(1e-15, calibrate(item.probabilities, map, 'single')[item.truth] ?? 0)),
});
const SINGLE = { classes: 3, isSingle: true };

describe('which calibration', () => {
  const honest = (p: readonly number[]) => p;
  const biased = (p: readonly number[]) => atVector(p, { scales: [1, 1, 1], shifts: [-2, 0, 1.5] });

  it('is none without answers, and the prior’s temperature with a few', () => {
    expect(chooseCalibration([], SINGLE).map).toEqual({ kind: 'identity' });
    expect(chooseCalibration(audits(8, honest).map(toRow), SINGLE).map.kind).toBe('temperature');
  });

  it('is a finer one only where that is clearly better', () => {
    const plain = chooseCalibration(audits(400, honest).map(toRow), SINGLE);
    expect(['identity', 'temperature']).toContain(plain.map.kind);
    const fine = chooseCalibration(audits(400, biased).map(toRow), SINGLE);
    expect(fine.map.kind).toBe('vector');
    const [identity, , vector] = fine.candidates;
    expect(vector?.logLoss).toBeLessThan(identity?.logLoss ?? 0);
  });

  it('says what it takes where it takes more answers, and what does not fit', () => {
    const few = chooseCalibration(audits(50, biased).map(toRow), SINGLE);
    expect(few.candidates.slice(2)).toEqual([
      { kind: 'vector', logLoss: null, needed: 60 },
      { kind: 'isotonic', logLoss: null, needed: ISOTONIC_ANSWERS },
    ]);
    const { candidates } = chooseCalibration(audits(50, honest).map(toRow), {
      ...SINGLE,
      isSingle: false,
    });
    expect(candidates[2]).toEqual({ kind: 'vector', logLoss: null, needed: null });
  });

  it('takes back half of the weights that classes had, and no more', () => {
    expect(halfFreed([1, 1])).toBeNull();
    const [rare = 0, common = 0] = halfFreed([4, 0.25]) ?? [];
    expect([rare, common]).toEqual([-Math.log(2), Math.log(2)]);
    const rows = audits(40, (p) => atVector(p, { scales: [1, 1, 1], shifts: [-0.7, 0, 0.7] }));
    const weights = [4, 1, 0.25];
    const { map } = chooseCalibration(rows.map(toRow), { ...SINGLE, weights });
    expect(map).toMatchObject({ kind: 'temperature', shifts: halfFreed(weights) });
    const plain = chooseCalibration(rows.map(toRow), SINGLE);
    const lossOf = ({ candidates }: typeof plain) => candidates[1]?.logLoss ?? 0;
    expect(lossOf(chooseCalibration(rows.map(toRow), { ...SINGLE, weights }))).toBeLessThan(
      lossOf(plain),
    );
  });

  it('is a function of the answers: the same ones, the same map', () => {
    const rows = audits(220, biased).map(toRow);
    const [a, b] = [chooseCalibration(rows, SINGLE), chooseCalibration(rows, SINGLE)];
    expect([a.map, a.candidates, a.folds()]).toEqual([b.map, b.candidates, b.folds()]);
    expect(a.folds()).toHaveLength(220);
  });
});
