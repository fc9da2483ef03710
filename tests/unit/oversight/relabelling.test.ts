/** A round of questions out of turn: opened, answered, ended, never measured on. */
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/commands/index.ts';
import {
  RELABELLING,
  relabellingOutcome,
  relabellingProgress,
} from '../../../src/domain/oversight/relabelling.ts';
import type { ClassId, ItemId } from '../../../src/domain/records.ts';
import { auditAnswers, foldEvents } from '../../../src/domain/state.ts';
import { inTurn } from '../../../src/rooms/label/pick.ts';
import { roundQuality } from '../../../src/rooms/oversight/round-quality.ts';
import type { Proposal, Question } from '../../../workers/api.ts';
import { relabelQuestions } from '../../../workers/learn/session/relabel-questions.ts';
import { A, B, item, startJournal } from '../domain/make.ts';

const round = [item(5), item(6), item(7)];

function opened() {
  const journal = startJournal();
  journal.answer(1, [A]);
  journal.run({ type: 'open-relabelling', cause: 'drift', itemIds: [item(1), ...round, item(5)] });
  return journal;
}

/** As the learner asks of the first item that is left. */
function ask(journal: ReturnType<typeof startJournal>, said: ClassId): Question {
  const proposal: Proposal = { classes: [said], probability: 0.9, all: [] };
  const [question] = relabelQuestions({
    state: journal.state(),
    rowOf: new Map<ItemId, number>([[item(5), 0]]),
    poolSize: 9,
    length: 12,
    record: { model: null, checkpoint: null },
    propose: () => proposal,
  });
  if (!question) throw new Error('nothing is left');
  return question;
}

const answerOf = (question: Question, classId: ClassId): Command => ({
  type: 'answer-item',
  itemId: question.itemId,
  classes: [classId],
  durationMs: 10,
  question: question.record,
  proposal: question.proposal && {
    classes: question.proposal.classes,
    probability: question.proposal.probability,
    shown: 'after',
    model: null,
  },
});

describe('a round', () => {
  it('has what nobody has decided on, each once, and outlives a reload', () => {
    const journal = opened();
    expect(relabellingProgress(journal.state())).toEqual({ all: 3, done: [], left: round });
    const again = foldEvents(journal.events);
    expect(again && relabellingProgress(again)?.left).toEqual(round);
    expect(journal.refusal({ type: 'open-relabelling', cause: 'drift', itemIds: [item(1)] })).toBe(
      'All of these items are decided already.',
    );
  });

  it('counts down as items are answered or passed on, and up again by undo', () => {
    const journal = opened();
    const first = ask(journal, B);
    expect(first).toMatchObject({ itemId: item(5), why: { kind: 'relabelling' } });
    journal.run(answerOf(first, A));
    const second = ask(journal, B);
    // No row of the model's: asked all the same, without a view of it.
    expect(second).toMatchObject({ itemId: item(6), proposal: null });
    const { record: question } = second;
    journal.run({ type: 'skip-item', itemId: item(6), durationMs: 1, question, proposal: null });
    expect(relabellingProgress(journal.state())?.left).toEqual([item(7)]);
    journal.run({ type: 'undo' });
    expect(relabellingProgress(journal.state())?.left).toEqual([item(6), item(7)]);
    const progress = relabellingProgress(journal.state());
    expect(progress && relabellingOutcome(progress)).toEqual({
      answered: 1,
      passed: 0,
      agreed: 0,
      compared: 1,
      classes: [{ classId: A, count: 1 }],
    });
  });

  it('is learned and never measured on', () => {
    const journal = opened();
    journal.run(answerOf(ask(journal, A), A));
    expect(auditAnswers(journal.state())).toEqual([]);
    expect(journal.state().labels.get(item(5))?.question).toMatchObject({
      strategy: RELABELLING,
      audit: false,
      probability: 1,
    });
  });

  it('can be ended, and a new one takes its place', () => {
    const journal = opened();
    journal.run(answerOf(ask(journal, A), A));
    journal.run({ type: 'end-relabelling' });
    expect(relabellingProgress(journal.state())).toMatchObject({ all: 3, left: [] });
    expect(journal.refusal({ type: 'end-relabelling' })).toMatch(/No items/);
    journal.run({ type: 'open-relabelling', cause: 'drift', itemIds: round });
    expect(relabellingProgress(journal.state())?.left).toEqual([item(6), item(7)]);
  });

  it('is no act that undo takes back', () => {
    const journal = opened();
    journal.run({ type: 'undo' });
    expect(journal.state().labels.size).toBe(0);
    expect(relabellingProgress(journal.state())?.left).toEqual(round);
  });
});

it('while it goes on nothing else is asked, and afterwards nothing of it', () => {
  const question = (n: number, kind: 'relabelling' | 'spread') =>
    ({ itemId: item(n), why: { kind } }) as unknown as Question;
  const queue = [question(1, 'spread'), question(5, 'relabelling'), question(6, 'relabelling')];
  expect(inTurn(queue, [item(6)]).map(({ itemId }) => itemId)).toEqual([item(6)]);
  // The queue is older than the round: better wait than ask out of its turn.
  expect(inTurn(queue.slice(0, 1), [item(6)])).toEqual([]);
  expect(inTurn(queue, []).map(({ itemId }) => itemId)).toEqual([item(1)]);
});

it('what it did to quality is read from the models before and after', () => {
  const journal = opened();
  const point = (labels: number, value: number) => ({ labels, value, low: 0, high: 1, n: 10 });
  const id = journal.state().relabelling?.opened.id;
  if (!id) throw new Error('no round');
  expect(roundQuality(journal.state(), [point(1, 0.5)], id)).toBeNull();
  journal.run(answerOf(ask(journal, A), A));
  const curve = [point(0, 0.4), point(1, 0.5), point(2, 0.7)];
  expect(roundQuality(journal.state(), curve, id)).toMatchObject({
    before: { value: 0.5 },
    now: { value: 0.7 },
  });
});
