import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohenKappa } from '../../../src/domain/evaluation/cohen-kappa.ts';
import { advise } from '../../../src/domain/evaluation/stopping/advise.ts';
import { classificationChange } from '../../../src/domain/evaluation/stopping/classification-change.ts';
import type { Criterion } from '../../../src/domain/evaluation/stopping/criterion.ts';
import {
  meanUncertainty,
  overallUncertainty,
} from '../../../src/domain/evaluation/stopping/overall-uncertainty.ts';
import { returnRule } from '../../../src/domain/evaluation/stopping/return-rule.ts';
import { stabilisingPredictions } from '../../../src/domain/evaluation/stopping/stabilising-predictions.ts';

/** Two lists of answers with these counts in their table. */
function fromTable(table: readonly (readonly number[])[]): [number[], number[]] {
  const first: number[] = [];
  const second: number[] = [];
  table.forEach((row, a) => {
    row.forEach((count, b) => {
      for (let k = 0; k < count; k++) {
        first.push(a);
        second.push(b);
      }
    });
  });
  return [first, second];
}

describe('kappa', () => {
  it('reproduces published tables', () => {
    const near = (table: readonly (readonly number[])[], value: number, digits: number): void =>
      expect(cohenKappa(...fromTable(table))).toBeCloseTo(value, digits);
    near(
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
      10,
    );
    near(
      [
        [45, 15],
        [25, 15],
      ],
      0.1304347826,
      9,
    );
    near(
      [
        [25, 35],
        [5, 35],
      ],
      0.2592592593,
      9,
    );
    near(
      [
        [0, 4, 1],
        [0, 8, 0],
        [0, 1, 5],
      ],
      0.4842,
      4,
    ); // SAS/STAT, the skin data
  });

  it('is symmetric, at most 1, and undefined where there is nothing to explain', () => {
    const codes = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1 });
    fc.assert(
      fc.property(codes, (pairs) => {
        const a = pairs.map(([one]) => one);
        const b = pairs.map(([, other]) => other);
        const kappa = cohenKappa(a, b);
        if (kappa !== null) expect(kappa).toBeCloseTo(cohenKappa(b, a) ?? 9, 9);
        expect(kappa ?? 1).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
    expect(cohenKappa([], [])).toBeNull();
    expect(cohenKappa([1, 1], [1, 1])).toBeNull();
  });
});

/** Predictions on 1,000 items, of which the first so many are of the other class. */
const model = (others: number): number[] =>
  Array.from({ length: 1000 }, (_, i) => (i < others ? 1 : 0));

describe('stopping criteria', () => {
  it('sees predictions settle after three windows, not before', () => {
    const settled = [500, 501, 501, 502].map(model);
    expect(stabilisingPredictions(settled).verdict).toBe('met');
    expect(stabilisingPredictions(settled.slice(1)).verdict).toBe('unknown');
    expect(stabilisingPredictions([500, 510, 511, 512].map(model)).verdict).toBe('not-met');
    expect(stabilisingPredictions([0, 0, 0, 0].map(model)).figures).toEqual([1, 1, 1]);
    expect(stabilisingPredictions([[], [], [], []]).verdict).toBe('unknown');
  });

  it('takes a single changed prediction for a change', () => {
    expect(classificationChange([5, 5, 5].map(model)).verdict).toBe('met');
    expect(classificationChange([5, 5, 6].map(model))).toMatchObject({
      verdict: 'not-met',
      figures: [0, 0.001],
    });
    expect(classificationChange([5, 5].map(model)).verdict).toBe('unknown');
  });

  it('measures doubt as a share of what the classes allow', () => {
    // Entropy of .2 .5 .3 over ln 3, and of one half.
    const three = {
      probabilities: [0.2, 0.5, 0.3],
      rows: [0],
      classes: 3,
      mode: 'single',
    } as const;
    expect(meanUncertainty(three)).toBeCloseTo(0.9372305632, 9);
    const multi = { probabilities: [0.5, 1], rows: [0], classes: 2, mode: 'multi' } as const;
    expect(meanUncertainty(multi)).toBeCloseTo(0.5, 12);
    expect(meanUncertainty({ ...three, rows: [] })).toBeNull();
    expect(overallUncertainty(0.05, true).verdict).toBe('met');
    expect(overallUncertainty(0.5, true).verdict).toBe('not-met');
    expect(overallUncertainty(0.05, false).verdict).toBe('unknown');
  });

  it('weighs what an answer brings against what it costs', () => {
    const input = {
      gainHigh: 0.02,
      more: 50,
      items: 1000,
      secondsPerAnswer: 6,
      perHour: 30,
      perError: 1,
    };
    // 0.0004 of 1,000 items at 1 each = 0.40 against 6 s at 30 an hour = 0.05.
    expect(returnRule(input)).toMatchObject({ verdict: 'not-met', threshold: 0.05 });
    expect(returnRule(input).figures[0]).toBeCloseTo(0.4, 12);
    expect(returnRule({ ...input, items: 100 }).verdict).toBe('met');
    expect(returnRule({ ...input, perError: null }).verdict).toBe('unknown');
  });

  it('advises to stop on two published criteria, or where an answer is not worth it', () => {
    const of = (id: Criterion['id'], verdict: Criterion['verdict']): Criterion => ({
      id,
      verdict,
      figures: [],
      threshold: 0,
    });
    const settled = of('stabilising-predictions', 'met');
    const moving = of('classification-change', 'not-met');
    const sure = of('overall-uncertainty', 'met');
    expect(advise([settled, moving, sure])).toBe('may-stop');
    expect(advise([settled, moving])).toBe('go-on');
    expect(advise([settled])).toBe('too-early');
    expect(advise([settled, moving, of('return', 'met')])).toBe('not-worth');
    expect(advise([of('return', 'not-met')])).toBe('too-early');
  });
});
