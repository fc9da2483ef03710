import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetLeft, extendedBudget } from '../../../src/domain/budget.ts';
import {
  openDisagreements,
  repeatPairs,
  selfAgreement,
} from '../../../src/domain/evaluation/self-agreement.ts';
import { spendingOf } from '../../../src/domain/evaluation/spending.ts';
import type { ClassId, QuestionRecord } from '../../../src/domain/records.ts';
import { decisionsOn, isRepeatable, isRepeated } from '../../../src/domain/repeats.ts';
import {
  auditAnswers,
  foldEvents,
  history,
  type ProjectState,
  progress,
  trainingAnswers,
} from '../../../src/domain/state.ts';
import { A, B, C, item, type Journal, startJournal } from './make.ts';

const REPEAT: QuestionRecord = {
  strategy: 'repeat',
  model: null,
  checkpoint: null,
  score: null,
  probability: 0.5,
  audit: false,
  poolSize: 9,
  repeat: true,
};

function repeat(journal: Journal, n: number, classes: readonly ClassId[], question = REPEAT): void {
  journal.run({
    type: 'answer-item',
    itemId: item(n),
    classes,
    durationMs: 1_000,
    question,
    proposal: null,
  });
}

const settle = (journal: Journal, n: number, classes: readonly ClassId[]) =>
  journal.run({ type: 'settle-repeat', itemId: item(n), classes, durationMs: 500 });

/** What is learned, measured and counted: all that a repeat must leave alone. */
const facts = (state: ProjectState) => ({
  labels: [...state.labels].map(([id, label]) => [id, label.classes, label.eventId]),
  training: trainingAnswers(state),
  audits: auditAnswers(state),
  counts: { ...progress(state), decisions: 0 },
});

describe('silent repeats', () => {
  it('change no label, teach nothing and are no sample, whatever was said', () => {
    const step = fc.record({
      n: fc.nat(4),
      c: fc.nat(2),
      audit: fc.boolean(),
      isRepeat: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const plain = startJournal();
        const repeated = startJournal();
        for (const { n, c, audit, isRepeat } of steps) {
          const classes = [[A, B, C][c] ?? A];
          if (isRepeat) {
            repeat(repeated, n, classes);
            plain.run({ type: 'rename-project', name: 'Fruit' }); // So that the ids are the same.
          } else {
            plain.answer(n, classes, audit);
            repeated.answer(n, classes, audit);
          }
        }
        expect(facts(repeated.state())).toEqual(facts(plain.state()));
        const folded = foldEvents([...repeated.events].reverse()) as ProjectState;
        expect(facts(folded)).toEqual(facts(repeated.state()));
        expect(selfAgreement(folded)).toEqual(selfAgreement(repeated.state()));
      }),
    );
  });

  it('count as decisions, and are undone and redone as any other', () => {
    const journal = startJournal();
    journal.answer(1, [A]);
    expect(isRepeatable(journal.state(), item(1))).toBe(true);
    expect(isRepeatable(journal.state(), item(2))).toBe(false);
    repeat(journal, 1, [B]);
    expect(progress(journal.state()).decisions).toBe(2);
    expect(history(journal.state())).toHaveLength(2);
    expect(isRepeated(journal.state(), item(1))).toBe(true);
    expect(decisionsOn(journal.state(), item(1)).map(({ question }) => question?.repeat)).toEqual([
      undefined,
      true,
    ]);
    journal.run({ type: 'undo' });
    expect(isRepeatable(journal.state(), item(1))).toBe(true);
    expect(selfAgreement(journal.state()).pairs).toEqual([]);
    journal.run({ type: 'redo' });
    expect(selfAgreement(journal.state()).pairs).toHaveLength(1);
    expect(journal.state().labels.get(item(1))?.classes).toEqual([A]);
  });

  it('measure agreement against the answer of then, through merges of classes', () => {
    const journal = startJournal();
    for (let n = 0; n < 10; n++) journal.answer(n, [n < 5 ? A : B]);
    for (let n = 0; n < 10; n++) repeat(journal, n, [n < 4 || n === 9 ? A : B]);
    const { share, kappa } = selfAgreement(journal.state());
    expect(share).toMatchObject({ value: 0.8, n: 10 });
    expect(kappa).toBeCloseTo(0.6, 12); // 0.8 observed, 0.5 by chance.
    journal.answer(4, [B]); // Changed since: what was said then was said.
    expect(selfAgreement(journal.state()).share?.value).toBe(0.8);
    journal.run({ type: 'merge-classes', from: B, into: A });
    expect(selfAgreement(journal.state())).toMatchObject({ share: { value: 1 }, kappa: null });
  });

  it('are settled by an answer, which keeps an audit an audit, and undo opens them again', () => {
    const journal = startJournal();
    journal.answer(1, [A], true);
    repeat(journal, 1, [B]);
    expect(openDisagreements(repeatPairs(journal.state()))).toHaveLength(1);
    settle(journal, 1, [B]);
    expect(openDisagreements(repeatPairs(journal.state()))).toEqual([]);
    expect(journal.state().labels.get(item(1))).toMatchObject({ classes: [B], audit: true });
    expect(selfAgreement(journal.state()).share?.value).toBe(0);
    journal.run({ type: 'undo' });
    expect(openDisagreements(repeatPairs(journal.state()))).toHaveLength(1);
    expect(journal.state().labels.get(item(1))?.classes).toEqual([A]);
    expect(
      journal.refusal({ type: 'settle-repeat', itemId: item(5), classes: [A], durationMs: 1 }),
    ).toMatch(/no answer/);
  });

  it('are not measured by those a strategy asked for in doubt, which are settled all the same', () => {
    const journal = startJournal();
    journal.answer(1, [A]);
    journal.answer(2, [A]);
    repeat(journal, 1, [A]);
    repeat(journal, 2, [B], { ...REPEAT, strategy: 'relabel' });
    expect(selfAgreement(journal.state()).share).toMatchObject({ value: 1, n: 1 });
    expect(openDisagreements(repeatPairs(journal.state()))).toMatchObject([
      { itemId: item(2), isDrawn: false },
    ]);
  });
});

describe('the budget', () => {
  const spend = (journal: Journal, patch: object) =>
    journal.run({ type: 'change-settings', patch });

  it('counts answers that stand, repeats among them', () => {
    const journal = startJournal();
    expect(budgetLeft(journal.state())).toBeNull();
    spend(journal, { budget: { kind: 'answers', amount: 3 } });
    journal.answer(1, [A]);
    repeat(journal, 1, [A]);
    expect(budgetLeft(journal.state())).toMatchObject({ used: 2, left: 1, isReached: false });
    journal.answer(2, [A]);
    const reached = budgetLeft(journal.state());
    expect(reached).toMatchObject({ left: 0, isReached: true });
    if (!reached) throw new Error('there is a budget');
    spend(journal, { budget: extendedBudget(reached) });
    expect(budgetLeft(journal.state())).toMatchObject({ amount: 13, left: 10, isReached: false });
    journal.run({ type: 'undo' });
    expect(budgetLeft(journal.state())?.isReached).toBe(true);
  });

  it('counts minutes and money, also of what was taken back', () => {
    const journal = startJournal();
    spend(journal, { budget: { kind: 'minutes', amount: 1 } });
    for (let n = 0; n < 15; n++) journal.answer(n, [A]); // Two seconds each.
    journal.run({ type: 'undo' });
    expect(budgetLeft(journal.state())?.used).toBeCloseTo(0.5, 12);
    const costs = { perHour: 36, perError: null, currency: 'EUR' };
    spend(journal, { budget: { kind: 'money', amount: 1 }, costs });
    expect(budgetLeft(journal.state())?.used).toBeCloseTo(0.3, 12);
  });

  it('refuses what is no budget', () => {
    const journal = startJournal();
    const refusal = (patch: object) => journal.refusal({ type: 'change-settings', patch });
    expect(refusal({ budget: { kind: 'answers', amount: 0 } })).toMatch(/above 0/);
    expect(refusal({ budget: { kind: 'money', amount: 5 } })).toMatch(/an hour costs/);
    expect(refusal({ costs: { perHour: -1, perError: null, currency: '' } })).toMatch(/0 or more/);
    expect(refusal({ costs: { perHour: 1, perError: 1, currency: 'doubloons' } })).toMatch(/8/);
    expect(refusal({ repeatShare: 0.5 })).toMatch(/20 %/);
  });
});

describe('spending', () => {
  it('says what the time went to, and adds up', () => {
    const journal = startJournal();
    journal.answer(1, [A]);
    journal.answer(2, [A], true);
    journal.answer(3, [A], true);
    repeat(journal, 1, [A]);
    journal.run({
      type: 'skip-item',
      itemId: item(4),
      durationMs: 6_000,
      question: null,
      proposal: null,
    });
    const costs = { perHour: 60, perError: null, currency: '' };
    journal.run({ type: 'change-settings', patch: { costs } });
    const { lines, minutes, cost } = spendingOf(journal.state());
    expect(lines.map(({ on, count, secondsEach }) => [on, count, secondsEach])).toEqual([
      ['strategy', 1, 2],
      ['audit', 2, 2],
      ['repeat', 1, 1],
      ['picked', 1, 6],
    ]);
    expect(minutes * 60).toBeCloseTo(13, 9);
    expect(cost).toBeCloseTo(13 / 60, 9);
    expect(lines.reduce((sum, line) => sum + (line.cost ?? 0), 0)).toBeCloseTo(cost ?? 0, 9);
  });
});
