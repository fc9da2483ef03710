import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/commands/index.ts';
import { measureAnchoring } from '../../../src/domain/explanation/anchoring.ts';
import { contrastPairs, heldOutItems } from '../../../src/domain/explanation/contrast-set.ts';
import type { FeatureStance, Verdict } from '../../../src/domain/explanation/gestures.ts';
import { proposalTiming } from '../../../src/domain/explanation/proposal-timing.ts';
import { standingFeedback } from '../../../src/domain/explanation/standing-feedback.ts';
import {
  CONFIRMED_WEIGHT,
  INVARIANCE_WEIGHT,
  toTerms,
  WORD_LOGITS,
} from '../../../src/domain/explanation/to-terms.ts';
import type { ClassId, EventId } from '../../../src/domain/records.ts';
import { applyEvents, foldEvents } from '../../../src/domain/state.ts';
import type { DelegationLevel } from '../../../src/domain/trust/decisions.ts';
import { A, B, C, item, startJournal } from '../domain/make.ts';

const mark = (term: string, stance: FeatureStance, classId: ClassId | null = null): Command => ({
  type: 'mark-feature',
  feature: { kind: 'term', term },
  stance,
  classId,
  strength: 'hint',
  itemId: null,
  asked: false,
});
const edit = (n: number, text: string, classId: ClassId): Command => ({
  type: 'save-edit',
  itemId: item(n),
  content: { kind: 'text', text },
  stance: 'flips',
  classes: [classId],
  durationMs: 5,
});
const classIds = [A, B, C];
const none = new Set<never>();
const idOf = (events: readonly { id: EventId }[]): EventId => events[0]?.id as EventId;

describe('feedback is refused in plain words', () => {
  it.each([
    [mark('  ', 'irrelevant'), /no word/],
    [mark('good', 'for', 'nobody' as ClassId), /class that is in use/],
    [mark('x'.repeat(300), 'irrelevant'), /at most 200/],
    [{ ...mark('', 'irrelevant'), feature: { kind: 'pattern', pattern: 'a*' } }, /nearly every/],
    [edit(1, '   ', A), /empty text/],
    [{ ...edit(1, 'x', A), classes: [] }, /one class/],
    [{ ...edit(1, 'x', A), stance: 'boundary' }, /exactly two/],
    [{ type: 'withdraw-feedback', targets: ['nothing' as EventId] }, /withdrawn already/],
  ] as readonly (readonly [Command, RegExp])[])('%j', (command, words) => {
    expect(startJournal().refusal(command)).toMatch(words);
  });
});

describe('what stands', () => {
  it('is the newest of each word and class; irrelevant and the rest replace each other', () => {
    const journal = startJournal();
    journal.run(mark('good', 'for', A));
    journal.run(mark('good', 'against', B));
    journal.run(mark('good', 'for', B));
    const stances = () =>
      standingFeedback(journal.state()).marks.map(({ stance, classId }) => [stance, classId]);
    expect(stances()).toEqual([
      ['for', A],
      ['for', B],
    ]);
    const [irrelevant] = journal.run(mark('good', 'irrelevant'));
    expect(stances()).toEqual([['irrelevant', null]]);
    journal.run({ type: 'withdraw-feedback', targets: [irrelevant?.id as EventId] });
    expect(stances()).toHaveLength(2);
    journal.run({ type: 'undo' });
    expect(stances()).toEqual([['irrelevant', null]]);
    journal.run({ type: 'redo' });
    expect(stances()).toHaveLength(2);
  });

  it('follows merged classes and leaves out retired ones', () => {
    const journal = startJournal();
    journal.run(mark('good', 'for', A));
    journal.run(mark('bad', 'for', C));
    journal.run({ type: 'merge-classes', from: A, into: B });
    journal.run({ type: 'retire-class', classId: C });
    const { marks } = standingFeedback(journal.state());
    expect(marks.map(({ classId }) => classId)).toEqual([B]);
  });

  it('is set aside by a roll-back, as answers are', () => {
    const journal = startJournal();
    const before = idOf(journal.run(mark('good', 'for', A)));
    journal.run(mark('bad', 'for', B));
    journal.run({ type: 'roll-back', checkpointId: 'k' as never, upTo: before } as Command);
    expect(standingFeedback(journal.state()).ids).toEqual([before]);
  });

  it('does not depend on the order of arrival, nor on arriving twice', () => {
    const commands = fc.constantFrom<Command[]>(
      mark('good', 'for', A),
      mark('good', 'irrelevant'),
      mark('bad', 'against', B),
      edit(1, 'one', A),
      edit(1, 'two', B),
      { type: 'undo' },
      { type: 'redo' },
    );
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 12 }), fc.nat(), (acts, seed) => {
        const journal = startJournal();
        for (const act of acts) {
          try {
            journal.run(act);
          } catch {
            // Nothing to undo: refused, no event.
          }
        }
        const standing = standingFeedback(journal.state()).ids;
        const mixed = [...journal.events].sort((a, b) =>
          hash(a.id, seed) < hash(b.id, seed) ? -1 : 1,
        );
        const all = foldEvents([...mixed, ...mixed]);
        expect(all && standingFeedback(all).ids).toEqual(standing);
        const half = Math.floor(mixed.length / 2);
        const first = foldEvents(journal.events.slice(0, 1));
        const merged = first && applyEvents(applyEvents(first, mixed.slice(half)), mixed);
        expect(merged && standingFeedback(merged).ids).toEqual(standing);
      }),
    );
  });
});

function hash(text: string, seed: number): number {
  return [...text].reduce((h, c) => Math.imul(h ^ (c.codePointAt(0) ?? 0), 0x01000193), seed) >>> 0;
}

describe('becomes terms of the objective', () => {
  const termsFor = (
    acts: readonly Command[],
    mode: 'single' | 'multi' = 'single',
    answered: { readonly n: number; readonly own: readonly ClassId[] } | null = null,
  ) => {
    const journal = startJournal(mode);
    if (answered) journal.answer(answered.n, answered.own);
    for (const act of acts) journal.run(act);
    const feedback = standingFeedback(journal.state());
    const { labels: answers } = journal.state();
    return toTerms({ feedback, classIds, mode, heldOut: none, answers });
  };

  it('a word for a class moves differences between classes, and no more', () => {
    const [prior] = termsFor([mark('good', 'for', A)]).priors;
    const [a = 0, b = 0, c = 0] = prior?.means ?? [];
    expect(a - b).toBeCloseTo(WORD_LOGITS);
    expect(b).toBe(c);
    expect(a + b + c).toBeCloseTo(0);
    expect(termsFor([mark('good', 'for', A)], 'multi').priors[0]?.means).toEqual([
      WORD_LOGITS,
      0,
      0,
    ]);
  });

  it('irrelevant: mean 0, held a hundred times as tight; later: nothing', () => {
    expect(termsFor([mark('good', 'irrelevant')]).priors).toMatchObject([
      { means: [0, 0, 0], factor: 100 },
    ]);
    expect(termsFor([mark('good', 'later')]).priors).toEqual([]);
  });

  it('an edit is a row, invariance a row and a difference, a boundary a shared row', () => {
    const same = { ...edit(1, 'one', A), stance: 'must-not-matter' } as Command;
    const edge = { ...edit(2, 'two', A), stance: 'boundary', classes: [A, B] } as Command;
    const { rows } = termsFor([edit(3, 'three', B), same, edge]);
    expect(
      rows.map(({ kind, classes, target, weight }) => [kind, classes, target, weight]),
    ).toEqual([
      ['copy', [1], null, 1],
      ['copy', [0], null, 1],
      ['difference', [], null, INVARIANCE_WEIGHT],
      ['copy', [0, 1], [0.5, 0.5, 0], 1],
    ]);
  });

  const judged = (verdict: Verdict, text: string, put: string | null = null): Command => ({
    type: 'judge-counterfactual',
    itemId: item(1),
    content: { kind: 'text', text },
    changes: [{ removed: 'not', put }],
    from: [A],
    to: [B],
    verdict,
    model: null,
    durationMs: 3,
  });
  const shapesOf = (rows: ReturnType<typeof termsFor>['rows']) =>
    rows.map(({ kind, classes, target, weight }) => [kind, classes, target, weight]);

  it('a judged proposal is a row with the class it has, nonsense is none', () => {
    const { rows } = termsFor([
      judged('flips', 'good film'),
      judged('stays', 'so good'), // "not so good" without "not": 3 of 10 characters changed.
      judged('nonsense', 'z'),
    ]);
    expect(shapesOf(rows)).toEqual([
      ['copy', [1], null, 1],
      ['copy', [0], null, 0.3],
    ]);
    expect(rows.every(({ isProposed }) => isProposed)).toBe(true);
  });

  it('what a confirmed removal took from an item of that answer is evidence of it', () => {
    const said = [judged('flips', 'good film'), judged('flips', 'so good', 'so')];
    const answered = (n: number, own: readonly ClassId[], mode: 'single' | 'multi' = 'single') =>
      shapesOf(termsFor(said, mode, { n, own }).rows);
    const replaced = ['copy', [1], null, 1];
    expect(answered(1, [A])).toEqual([['evidence', [0], null, CONFIRMED_WEIGHT], replaced]);
    // The model was wrong about the item: only the copy is known.
    expect(answered(1, [B])).toEqual([['copy', [1], null, 1], replaced]);
    expect(answered(2, [A])).toEqual([['copy', [1], null, 1], replaced]);
    // Of independent classes: the one that goes, the one that comes, and one it says nothing of.
    expect(answered(1, [A], 'multi')[0]).toEqual(['evidence', [0], [1, 0, 0.5], CONFIRMED_WEIGHT]);
  });
});

describe('the contrast test set', () => {
  it('holds out whole pairs, by item, as many as asked for', () => {
    const journal = startJournal();
    for (let n = 0; n < 200; n++) {
      journal.answer(n, [A]);
      journal.run(edit(n, `copy ${n}`, B));
    }
    journal.answer(500, [A]);
    journal.run(edit(500, 'the same class', A));
    const pairs = contrastPairs(journal.state(), standingFeedback(journal.state()));
    expect(pairs).toHaveLength(200);
    expect(heldOutItems(journal.state(), pairs).size).toBe(0);
    const audited = startJournal();
    audited.answer(1, [A], true);
    audited.run(edit(1, 'a copy of an audit draw', B));
    const own = contrastPairs(audited.state(), standingFeedback(audited.state()));
    expect([...heldOutItems(audited.state(), own)]).toEqual([item(1)]);
    journal.run({ type: 'change-settings', patch: { contrastShare: 0.25 } });
    const held = heldOutItems(journal.state(), pairs);
    expect(held.size).toBeGreaterThan(30);
    expect(held.size).toBeLessThan(70);
    const feedback = standingFeedback(journal.state());
    const { rows } = toTerms({
      ...{ feedback, classIds, mode: 'single', heldOut: held },
      answers: journal.state().labels,
    });
    expect(rows.some(({ itemId }) => held.has(itemId))).toBe(false);
    expect(journal.refusal({ type: 'change-settings', patch: { contrastShare: 0.9 } })).toMatch(
      /0 to 50 %/,
    );
  });
});

describe('the anchoring meter', () => {
  it('compares agreement with the proposal seen first and unseen, audits left out', () => {
    const journal = startJournal();
    const answer = (n: number, classId: ClassId, shown: 'before' | 'after'): void => {
      journal.run({
        type: 'answer-item',
        itemId: item(n),
        classes: [classId],
        durationMs: 1,
        question: null,
        proposal: { classes: [A], probability: 0.6, shown, model: null },
      });
    };
    for (let n = 0; n < 10; n++) answer(n, n < 9 ? A : B, 'before');
    for (let n = 10; n < 20; n++) answer(n, n < 16 ? A : B, 'after');
    const { shownFirst, blind, gap } = measureAnchoring(journal.state());
    expect(shownFirst).toMatchObject({ value: 0.9, n: 10 });
    expect(blind).toMatchObject({ value: 0.6, n: 10 });
    expect(gap?.value).toBeCloseTo(0.3);
    expect(gap?.low).toBeLessThan(0);
    expect(gap?.high).toBeLessThan(1);
    expect(measureAnchoring(startJournal().state()).gap).toBeNull();
  });

  it('follows the worked example of Newcombe (1998): 56/70 against 48/80', () => {
    const journal = startJournal();
    const answer = (n: number, classId: ClassId, shown: 'before' | 'after'): void => {
      const proposal = { classes: [A], probability: 0.6, shown, model: null };
      const itemId = item(n);
      const common = { durationMs: 1, question: null, proposal };
      journal.run({ type: 'answer-item', itemId, classes: [classId], ...common });
    };
    for (let n = 0; n < 70; n++) answer(n, n < 56 ? A : B, 'before');
    for (let n = 70; n < 150; n++) answer(n, n < 118 ? A : B, 'after');
    const { gap } = measureAnchoring(journal.state());
    expect(gap?.value).toBeCloseTo(0.2, 4);
    expect(gap?.low).toBeCloseTo(0.0524, 4);
    expect(gap?.high).toBeCloseTo(0.3339, 4);
  });
});

describe('when the proposal is shown', () => {
  const at = (proposal: 'before' | 'after' | 'never', level: DelegationLevel = 'verify') => {
    const { project: made } = startJournal().state();
    return { project: { ...made, settings: { ...made.settings, proposal } }, level };
  };
  it('is after every answer while the person shows and the model watches', () => {
    const items = Array.from({ length: 100 }, (_, n) => item(n));
    const timings = items.map((id) => proposalTiming(at('before', 'demonstrate'), id, false));
    expect(new Set(timings)).toEqual(new Set(['after']));
    expect(proposalTiming(at('never', 'demonstrate'), item(1), false)).toBe('never');
  });

  it('is never first on audit draws, and not on one question in ten', () => {
    const items = Array.from({ length: 1_000 }, (_, n) => item(n));
    const timings = items.map((id) => proposalTiming(at('before'), id, false));
    const blind = timings.filter((timing) => timing === 'after').length;
    expect(blind).toBeGreaterThan(60);
    expect(blind).toBeLessThan(140);
    expect(items.every((id) => proposalTiming(at('before'), id, true) === 'after')).toBe(true);
    expect(proposalTiming(at('never'), item(1), true)).toBe('never');
  });
});
