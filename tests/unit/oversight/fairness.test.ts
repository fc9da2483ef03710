/** Groups, gaps, reweighing, differences and label shift, each with a worked example. */
import { describe, expect, it } from 'vitest';
import { proportion } from '../../../src/domain/evaluation/wilson.ts';
import { createRng } from '../../../src/domain/math/rng.ts';
import { confusionPairs } from '../../../src/domain/oversight/confusion.ts';
import { newcombe } from '../../../src/domain/oversight/difference.ts';
import {
  figuresByGroup,
  groupGaps,
  LEAST_OF_GROUP,
  type Scored,
} from '../../../src/domain/oversight/group-tests.ts';
import { labelShift } from '../../../src/domain/oversight/label-shift.ts';
import { reweigh } from '../../../src/domain/oversight/reweighing.ts';
import type { ClassId, QualityFigure } from '../../../src/domain/records.ts';
import { slice } from '../../../workers/learn/oversight/slices.ts';

const figure = (hits: number, n: number) => proportion(hits, n) as QualityFigure;

/** So many of a group, of the class or not, said right or wrong, at this probability. */
function group(name: string, counts: { tp?: number; fn?: number; fp?: number; tn?: number }) {
  const make = (n: number, truth: boolean, said: boolean): Scored[] =>
    Array.from({ length: n }, () => ({
      group: name,
      truth,
      said,
      probability: said ? 0.8 : 0.2,
    }));
  const { tp = 0, fn = 0, fp = 0, tn = 0 } = counts;
  return [
    ...make(tp, true, true),
    ...make(fn, true, false),
    ...make(fp, false, true),
    ...make(tn, false, false),
  ];
}

describe('a difference of two shares', () => {
  it('has the interval of Newcombe (1998, table II): 56/70 against 48/80', () => {
    const { value, low, high } = newcombe(figure(56, 70), figure(48, 80));
    expect(value).toBeCloseTo(0.2, 10);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });
});

describe('gaps between groups', () => {
  const gapsOf = (scored: readonly Scored[], fields = 1) =>
    groupGaps(figuresByGroup(scored), { fields, rng: createRng(1) });

  it('are real where they are large and well known, by the names of the measures', () => {
    const gaps = gapsOf([
      ...group('a', { tp: 45, fn: 5, fp: 5, tn: 45 }),
      ...group('b', { tp: 15, fn: 35, fp: 5, tn: 45 }),
    ]);
    const byName = new Map(gaps.map((gap) => [gap.measure, gap]));
    // Selection 50 and 20 of 100; found 45 and 15 of 50; right 90 and 60 of 100.
    expect(byName.get('demographic-parity')).toMatchObject({
      highest: 'a',
      lowest: 'b',
      isReal: true,
    });
    expect(byName.get('equal-opportunity')).toMatchObject({ isReal: true });
    expect(byName.get('equalised-odds')).toMatchObject({ isReal: true, highest: 'a' });
    expect(byName.get('accuracy')).toMatchObject({ isReal: true });
    const parity = byName.get('demographic-parity');
    expect(parity?.kind === 'gap' && parity.difference.value).toBeCloseTo(0.3, 10);
    const found = byName.get('equal-opportunity');
    expect(found?.kind === 'gap' && found.difference.value).toBeCloseTo(0.6, 10);
  });

  it('are noise where few answers speak for them', () => {
    const gaps = gapsOf([
      ...group('a', { tp: 9, fn: 2, fp: 3, tn: 8 }),
      ...group('b', { tp: 7, fn: 4, fp: 3, tn: 8 }),
    ]);
    expect(gaps.every((gap) => gap.kind === 'too-few' || !gap.isReal)).toBe(true);
  });

  it('are not named below the least number of answers', () => {
    const gaps = gapsOf([
      ...group('a', { tp: LEAST_OF_GROUP - 1, tn: 30 }),
      ...group('b', { fn: 30, tn: 30 }),
    ]);
    expect(gaps.find(({ measure }) => measure === 'equal-opportunity')?.kind).toBe('too-few');
    expect(gaps.find(({ measure }) => measure === 'equalised-odds')?.kind).toBe('too-few');
    expect(gaps.find(({ measure }) => measure === 'accuracy')?.kind).toBe('gap');
  });

  it('are corrected for the fields that could have been chosen', () => {
    const scored = [
      ...group('a', { tp: 30, fn: 10, tn: 40 }),
      ...group('b', { tp: 20, fn: 20, tn: 40 }),
    ];
    const [one] = gapsOf(scored);
    const [ten] = gapsOf(scored, 10);
    if (one?.kind !== 'gap' || ten?.kind !== 'gap') throw new Error('no gap');
    expect(ten.adjusted).toBeCloseTo(Math.min(1, 10 * one.adjusted), 10);
  });

  it('between equal groups are found in about one of twenty looks, or fewer', () => {
    const rng = createRng(7);
    let real = 0;
    for (let look = 0; look < 200; look++) {
      const scored: Scored[] = Array.from({ length: 120 }, () => {
        const probability = rng.next();
        const truth = rng.next() < probability;
        return { group: rng.next() < 0.5 ? 'a' : 'b', truth, said: probability > 0.5, probability };
      });
      if (gapsOf(scored).some((gap) => gap.kind === 'gap' && gap.isReal)) real++;
    }
    expect(real).toBeLessThanOrEqual(17); // 10 expected; more than 17 has a chance of 1 in 100.
  });
});

describe('reweighing', () => {
  it('gives the weights of Kamiran and Calders (2012, section 4.1)', () => {
    // Ten people, five of either sex, six accepted: two women, four men.
    const rows = [
      ...Array.from({ length: 2 }, () => ({ group: 'f', isClass: true })),
      ...Array.from({ length: 3 }, () => ({ group: 'f', isClass: false })),
      ...Array.from({ length: 4 }, () => ({ group: 'm', isClass: true })),
      ...Array.from({ length: 1 }, () => ({ group: 'm', isClass: false })),
    ];
    const weights = reweigh(rows);
    expect([weights[0], weights[2], weights[5], weights[9]]).toEqual([
      1.5,
      expect.closeTo(0.667, 3),
      0.75,
      2,
    ]);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(10, 10);
  });
});

describe('label shift', () => {
  const classIds = ['a', 'b'] as unknown as ClassId[];
  // The model finds 9 of 10 of either class.
  const audits = [0, 1].flatMap((truth) =>
    Array.from({ length: 50 }, (_, i) => ({ truth, said: i < 45 ? truth : 1 - truth })),
  );

  it('is solved from the confusion matrix: 0.1 + 0.8 w shares proposed give w', () => {
    // A share w of class b is proposed as b in 0.9 w + 0.1 (1 - w).
    const shift = labelShift({ classIds, audits, proposed: [660, 340] });
    if (shift.kind !== 'estimate') throw new Error('no estimate');
    expect(shift.classes[1]?.before).toBeCloseTo(0.5, 10);
    expect(shift.classes[1]?.now).toBeCloseTo(0.3, 10);
  });

  it('says so where answers are few or the model sees no difference', () => {
    expect(labelShift({ classIds, audits: audits.slice(0, 52), proposed: [1, 1] })).toMatchObject({
      why: 'too-few',
    });
    const blind = audits.map(({ truth }) => ({ truth, said: 0 }));
    expect(labelShift({ classIds, audits: blind, proposed: [9, 1] })).toMatchObject({
      why: 'too-alike',
    });
  });
});

it('a confusion matrix has every item once, the fullest cell first', () => {
  const judged = [
    { truth: 0, said: 0 },
    { truth: 1, said: 0 },
    { truth: 0, said: 0 },
  ];
  expect(confusionPairs(judged)).toEqual([
    { truth: 0, said: 0, at: [0, 2] },
    { truth: 1, said: 0, at: [1] },
  ]);
});

it('slices cut numbers into thirds, name frequent values and put the rest together', () => {
  const numbers = Array.from({ length: 90 }, (_, i) => String((i * 37) % 90));
  const cut = slice(numbers, numbers, 'age');
  expect(cut.isCut).toBe(true);
  expect(new Set(cut.groups).size).toBe(3);
  const words = [...'aaabbbcccdddeeefffggghhhi'].map((name) => name.repeat(3));
  const named = slice([...words, ''], words, 'shop');
  expect(named.groups[0]).toBe('aaa');
  expect(named.groups.at(-2)).toBe('(others)');
});
