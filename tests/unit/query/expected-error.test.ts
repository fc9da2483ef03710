import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entropyAfterClass,
  entropyAfterSet,
  expectedEntropy,
} from '../../../src/domain/query/expected-error.ts';
import { expectedScoreGradient } from '../../../src/domain/query/expected-model-change.ts';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import { binaryStep, classStep } from '../../../src/domain/query/one-step.ts';
import { fittedInput, inputWith } from './make.ts';

const simplexArbitrary = fc
  .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 5 })
  .map((values) => {
    const sum = values.reduce((a, b) => a + b, 0);
    return values.map((value) => value / sum);
  });

describe('expected error: worked example of two items, each judged by the other', () => {
  const first = {
    answers: [0.6, 0.4],
    after: [
      [0.9, 0.1],
      [0.3, 0.7],
    ],
  };
  const second = {
    answers: [0.5, 0.5],
    after: [
      [0.7, 0.3],
      [0.45, 0.55],
    ],
  };
  const of = ({ answers, after }: typeof first): number =>
    expectedEntropy(answers, (y) => after[y] ?? []);

  it('log loss', () => {
    expect(of(first)).toBeCloseTo(0.4393955049, 9);
    expect(of(second)).toBeCloseTo(0.6495015578, 9);
  });
});

describe('one step', () => {
  it('solves (I + s W) step = e - p, and moves no class without another', () => {
    fc.assert(
      fc.property(simplexArbitrary, fc.double({ min: 0, max: 20, noNaN: true }), (p, s) => {
        const answer = 0;
        const step = classStep(p, answer, s);
        const along = p.reduce((sum, own, c) => sum + own * (step[c] as number), 0);
        p.forEach((own, c) => {
          const left = (step[c] as number) * (1 + s * own) - s * own * along;
          expect(left).toBeCloseTo((c === answer ? 1 : 0) - own, 9);
        });
        expect(step.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it('of two classes is that of a yes or no with twice the variance', () => {
    const [, second = 0] = classStep([0.7, 0.3], 1, 2);
    expect(2 * second).toBeCloseTo(2 * binaryStep(0.3, 1, 4), 9);
  });
});

describe('expected entropy after one step', () => {
  const items = Float32Array.of(0.6, 0.4, 0.2, 0.8);
  const own = Float32Array.of(0.5, 0.5);
  const prospect = { own, variance: 1, items };

  it('is what it was where the item shares nothing with the others', () => {
    const now = (0.673011667 + 0.5004024235) / 2;
    const covariance = new Float32Array(2);
    expect(entropyAfterClass({ ...prospect, covariance })).toBeCloseTo(now, 6);
    expect(entropyAfterSet({ ...prospect, covariance })).toBeCloseTo(2 * now, 6);
  });

  it('falls as they share more', () => {
    const leftAt = (share: number): number =>
      entropyAfterClass({ ...prospect, covariance: new Float32Array(2).fill(share) });
    expect(leftAt(1)).toBeLessThan(leftAt(0.5));
    expect(leftAt(0.5)).toBeLessThan(leftAt(0));
  });

  it('ranks by what it left, and says of how many', () => {
    for (const mode of ['single', 'multi'] as const) {
      const input = fittedInput({ rows: 60, classes: 3, mode, count: 40, seed: 2 });
      const ranked = queryStrategies['expected-error-reduction'].rank(input);
      expect(ranked[0]?.why).toEqual({ kind: 'reduces-error', compared: 40, items: 40 });
      expect(ranked[0]?.score ?? 0).toBeGreaterThan(0);
    }
  });
});

describe('expected model change', () => {
  it('is the expected length of p - e_y', () => {
    // 0.7 sqrt(0.3^2 + 0.3^2) + 0.3 sqrt(0.7^2 + 0.7^2) = 2 sqrt(2) 0.21
    const shape = { classes: 2, mode: 'single' } as const;
    expect(expectedScoreGradient([0.7, 0.3], 0, shape)).toBeCloseTo(2 * Math.SQRT2 * 0.21, 12);
    expect(expectedScoreGradient([0.7, 0.3], 0, { ...shape, mode: 'multi' })).toBeCloseTo(0.84, 12);
    expect(expectedScoreGradient([1, 0], 0, shape)).toBe(0);
  });

  it('asks the longer of two rows that are equally in doubt', () => {
    const input = inputWith([0.5, 0.5, 0.5, 0.5], { classes: 2 });
    const lengths = (rows: Int32Array): Float32Array => Float32Array.from(rows, (row) => 1 + row);
    const posterior = { ...input.posterior, lengths };
    const [first] = queryStrategies['expected-model-change'].rank({ ...input, posterior });
    expect(first).toMatchObject({ row: 1, why: { kind: 'changes-model' } });
  });
});
