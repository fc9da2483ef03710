import { describe, expect, it } from 'vitest';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import type { ItemId } from '../../../src/domain/records.ts';
import { REPEAT_DISTANCE } from '../../../src/domain/repeats.ts';
import { progress } from '../../../src/domain/state.ts';
import { type PlannedQuestion, planQuestions } from '../../../workers/learn/session/questions.ts';
import { planRepeats } from '../../../workers/learn/session/repeats.ts';
import { A, B, item, type Journal, startJournal } from '../domain/make.ts';
import { inputWith } from '../query/make.ts';

const ITEMS = 400;
/** So many that some of the next twelve are repeats. */
const ANSWERS = 140;
const rowOf: ReadonlyMap<ItemId, number> = new Map(
  Array.from({ length: ITEMS }, (_, n) => [item(n), n]),
);

function journalOf(answers: number, repeatShare = 0.2): Journal {
  const journal = startJournal();
  journal.run({ type: 'change-settings', patch: { repeatShare } });
  for (let n = 0; n < answers; n++) journal.answer(n, [A]);
  return journal;
}

const plan = (journal: Journal, decisions = progress(journal.state()).decisions, length = 12) =>
  planRepeats({ state: journal.state(), rowOf, poolSize: 9, decisions, length });

/** Answers whatever comes up, repeats as they come, and lists them with their distance. */
function work(journal: Journal, count: number): readonly number[] {
  const askedAt = new Map<number, number>();
  const distances: number[] = [];
  let fresh = 0;
  for (let index = 0; index < count; index++) {
    const repeat = plan(journal, index, 1).get(0);
    const row = repeat?.row ?? fresh++;
    const before = askedAt.get(row);
    if (repeat && before !== undefined) distances.push(index - before);
    askedAt.set(row, index);
    if (repeat) answer(journal, repeat);
    else journal.answer(row, [A]);
  }
  return distances;
}

function answer(journal: Journal, { row, record }: PlannedQuestion): void {
  journal.run({
    type: 'answer-item',
    itemId: item(row),
    classes: [B],
    durationMs: 1,
    question: { ...record, model: null, checkpoint: null },
    proposal: null,
  });
}

describe('silent repeats', () => {
  it('come up about as often as asked, never too soon, and no item more than twice', () => {
    const journal = journalOf(0, 0.1);
    const distances = work(journal, 500);
    const { repeats } = journal.state().ledger;
    expect(distances.length).toBeGreaterThan(30);
    expect(distances.length).toBeLessThan(70);
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(REPEAT_DISTANCE);
    expect(Math.max(...[...repeats.values()].map((own) => own.length))).toBe(1);
    expect([...journal.state().labels.values()].every(({ classes }) => classes[0] === A)).toBe(
      true,
    );
  });

  it('are off at 0, and nothing young, skipped or taken back is repeated', () => {
    expect(work(journalOf(0, 0), 200)).toEqual([]);
    expect(plan(journalOf(REPEAT_DISTANCE - 12)).size).toBe(0);
    const skipped = startJournal();
    skipped.run({ type: 'change-settings', patch: { repeatShare: 0.2 } });
    for (let n = 0; n < 60; n++) {
      const common = { durationMs: 1, question: null, proposal: null };
      skipped.run({ type: 'skip-item', itemId: item(n), ...common });
    }
    expect(plan(skipped, 60, 200).size).toBe(0);
  });

  it('keep their places while the queue is rebuilt after an answer', () => {
    const journal = journalOf(ANSWERS);
    const before = plan(journal);
    expect(before.size).toBeGreaterThan(0);
    const shifted = [...before].flatMap(([at, { row }]) => (at > 0 ? [[at - 1, row]] : []));
    journal.answer(399, [B]);
    const after = [...plan(journal, ANSWERS + 1, 11)].map(([at, { row }]) => [at, row]);
    expect(after).toEqual(shifted);
  });

  it('stand in the queue in place of what the strategy would ask, and give way to audits', () => {
    const repeats = plan(journalOf(ANSWERS));
    expect(repeats.size).toBeGreaterThan(0);
    const input = {
      ...inputWith(new Array(ITEMS * 2).fill(0.5), { classes: 2 }),
      rows: ITEMS,
      candidates: Int32Array.from({ length: 200 }, (_, k) => 200 + k),
      classIds: [A, B],
      strategy: queryStrategies.margin,
      auditShare: 0,
      seed: 7,
      decisions: ANSWERS,
      spread: null,
      repeats,
    } as const;
    const queue = planQuestions(input);
    expect(queue).toHaveLength(12);
    for (const [at, { row, record }] of repeats) {
      expect(queue[at]).toMatchObject({ row, record });
      expect(record).toMatchObject({ repeat: true, audit: false });
    }
    expect(new Set(queue.map(({ row }) => row)).size).toBe(12);
    const audited = planQuestions({ ...input, auditShare: 1 });
    expect(audited.every(({ record }) => record.audit)).toBe(true);
  });
});
