import { describe, expect, it } from 'vitest';
import type { ClassDefinition, ClassId, ItemId } from '../../../../src/domain/records.ts';
import { pickQuestion } from '../../../../src/rooms/label/pick.ts';
import {
  BREAK_MS,
  beginSpell,
  extendSpell,
  postpone,
  restMinutes,
} from '../../../../src/rooms/label/rest.ts';
import {
  createNameOf,
  sayLast,
  sayScoring,
  sayWhy,
} from '../../../../src/rooms/label/sentences.ts';
import { createStopwatch } from '../../../../src/rooms/label/stopwatch.ts';
import { readSwipe, swipeTargets } from '../../../../src/rooms/label/swipe.ts';
import type { Question } from '../../../../workers/api.ts';

const question = (id: string): Question =>
  ({ itemId: id as ItemId, record: { audit: false } }) as Question;
const classes = ['toxic', 'fine', 'other', 'more'].map((name) => ({
  id: name as ClassId,
  name,
})) as unknown as ClassDefinition[];
const nameOf = createNameOf(classes);

it('says what of a large project is looked at, and never that all is scored while some are left', () => {
  const say = (scored: number) =>
    sayScoring({ scoring: { rows: 60_000, total: 1_000_000, scored } });
  expect(sayScoring({ scoring: null })).toBeNull();
  expect(say(0)).toMatch(/60,000 of your 1,000,000 items.*doubts most\.$/);
  expect(say(128_000)).toMatch(/ 13.% of 1,000,000 scored in the background\.$/);
  expect(say(999_999)).toMatch(/ > 99.% of/);
  expect(say(1_000_000)).toMatch(/ All 1,000,000 are scored\.$/);
});

describe('picking the next question', () => {
  const queue = ['a', 'b', 'c'].map(question);
  const base = {
    queue,
    isDecided: () => false,
    claimedElsewhere: new Set<ItemId>(),
    exclude: new Set<ItemId>(),
  };
  it('takes the first that nobody has decided on, nobody else shows and was not just answered', () => {
    expect(pickQuestion(base)?.itemId).toBe('a');
    expect(pickQuestion({ ...base, isDecided: (id) => id === 'a' })?.itemId).toBe('b');
    expect(
      pickQuestion({
        ...base,
        exclude: new Set(['a' as ItemId]),
        claimedElsewhere: new Set(['b' as ItemId]),
      })?.itemId,
    ).toBe('c');
    expect(pickQuestion({ ...base, isDecided: () => true })).toBeNull();
  });

  it('lets a repeat through although it was decided, and only once', () => {
    const again = { itemId: 'z' as ItemId, record: { repeat: true } } as Question;
    const repeat = {
      ...base,
      queue: [again, ...queue],
      isDecided: (id: ItemId) => id === 'z',
      exclude: new Set(['z' as ItemId]),
    };
    expect(pickQuestion({ ...repeat, isRepeatable: () => true })?.itemId).toBe('z');
    expect(pickQuestion({ ...repeat, isRepeatable: () => false })?.itemId).toBe('a');
  });
});

describe('sentences', () => {
  it('say why without jargon', () => {
    const between = [
      { classId: 'toxic' as ClassId, probability: 0.52 },
      { classId: 'fine' as ClassId, probability: 0.44 },
    ];
    expect(sayWhy({ kind: 'uncertain', strategy: 'margin', between }, nameOf)).toBe(
      'The model wavers between toxic (52 %) and fine (44 %).',
    );
    expect(sayWhy({ kind: 'represents', strategy: 'auto', between }, nameOf)).toBe(
      'Many items you have not answered are like this one. The model wavers between toxic (52 %) and fine (44 %).',
    );
    const chance = { kind: 'chance', strategy: 'auto', random: 8, chosen: 1, fought: 30 } as const;
    expect(sayWhy(chance, nameOf)).toBe(
      'Drawn at random: so far random questions teach more (better in 8 of 9 comparisons that differed, of 30).',
    );
    const rare = { kind: 'rare', strategy: 'x', classId: 'toxic' as ClassId } as const;
    expect(sayWhy({ ...rare, found: 0 }, nameOf)).toMatch(/Looking for toxic: you have not found/);
    expect(sayWhy({ ...rare, found: 3 }, nameOf)).toMatch(/more of toxic: you have found 3/);
    expect(sayWhy({ kind: 'typical', strategy: 'x', unsure: true }, nameOf)).toMatch(/wavers here/);
    for (const kind of ['uncovered', 'varied', 'contrast', 'doubtful-label', 'sampled'] as const)
      expect(sayWhy({ kind, strategy: 'x' }, nameOf)).toMatch(/\.$/);
    expect(sayWhy({ kind: 'audit' }, nameOf)).toMatch(/Drawn at random/);
    expect(sayWhy(null, nameOf)).toMatch(/opened this item yourself/);
    expect(sayWhy({ kind: 'changes-model', strategy: 'x', between }, nameOf)).toMatch(
      /move the model far.*wavers between/,
    );
    const compared = {
      kind: 'reduces-error',
      strategy: 'epig',
      compared: 150,
      items: 400,
    } as const;
    expect(sayWhy(compared, nameOf)).toMatch(/Of 150 possible questions.*about 400 other items/);
  });

  it('say how the versions of the model vote', () => {
    const vote = (id: string, count: number) => ({ classId: id as ClassId, count });
    const say = (votes: ReturnType<typeof vote>[]): string =>
      sayWhy(
        { kind: 'disagree', strategy: 'bald', members: 8, votes, low: 0.3, high: 0.9 },
        nameOf,
      );
    expect(say([vote('fine', 5), vote('toxic', 2), vote('other', 1)])).toBe(
      '5 of 8 versions of the model that fit your answers say fine, 2 toxic, 1 other.',
    );
    expect(say([vote('fine', 8)])).toMatch(/^All 8 .* alike, but one is 30 % sure .* 90 %\.$/);
    // Several classes per item: the class that is disputed most.
    expect(say([vote('toxic', 3)])).toMatch(/^3 of 8 .* toxic applies, 5 that it does not\.$/);
    expect(say([vote('toxic', 0)])).toMatch(/^All 8 .* alike, but one is 10 % sure .* 70 %\.$/);
  });

  it('set the answer beside the model’s view', () => {
    const proposal = { classes: ['fine' as ClassId], probability: 0.995, all: [] };
    const said = ['toxic' as ClassId];
    expect(sayLast({ kind: 'answered', classes: said, proposal }, nameOf)).toBe(
      'You said toxic. The model had thought fine (> 99 %).',
    );
    expect(sayLast({ kind: 'answered', classes: ['fine' as ClassId], proposal }, nameOf)).toMatch(
      /thought so too/,
    );
    expect(sayLast({ kind: 'answered', classes: [], proposal: null }, nameOf)).toBe(
      'You said none.',
    );
    expect(sayLast({ kind: 'skipped', classes: [], proposal }, nameOf)).toBe('Skipped.');
  });
});

describe('time', () => {
  it('runs only while the item can be seen', () => {
    const watch = createStopwatch();
    watch.start(100);
    watch.pause(400);
    watch.resume(9_000);
    expect(watch.read(9_200)).toBe(500);
    watch.start(10_000);
    expect(watch.read(10_001)).toBe(1);
  });

  it('suggests a break after a long spell, and not again too soon', () => {
    const minute = 60_000;
    let spell = beginSpell(0);
    for (let at = 0; at <= 24 * minute; at += minute) spell = extendSpell(spell, at);
    expect(restMinutes(spell, 24 * minute, 25)).toBeNull();
    expect(restMinutes(spell, 25 * minute, 25)).toBe(25);
    expect(restMinutes(postpone(spell, 25 * minute, 25), 40 * minute, 25)).toBeNull();
    expect(extendSpell(spell, 24 * minute + BREAK_MS).begunAt).toBe(24 * minute + BREAK_MS);
  });
});

describe('swipes', () => {
  it('mean the first two classes, where there are two or three', () => {
    expect(swipeTargets(classes.slice(0, 2), false)?.right.name).toBe('fine');
    expect(swipeTargets(classes, false)).toBeNull();
    expect(swipeTargets(classes.slice(0, 2), true)).toBeNull();
  });
  it('are told from scrolling and from taps', () => {
    expect([
      readSwipe(-120, 10),
      readSwipe(120, -10),
      readSwipe(30, 0),
      readSwipe(100, 90),
    ]).toEqual(['left', 'right', null, null]);
  });
});
