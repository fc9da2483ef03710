import { describe, expect, it } from 'vitest';
import { foldEvents } from '../../../src/domain/state.ts';
import { A, B, C, item, startJournal } from './make.ts';

const press = (numbers: readonly number[], patch: object = {}) => ({
  type: 'adjust-items' as const,
  itemIds: numbers.map(item),
  add: [A],
  remove: [B],
  given: new Map(),
  durationMs: 9_000,
  ...patch,
});

describe('classes added and taken away of many items', () => {
  it('leave what nobody spoke of, and pass over what is so already', () => {
    const journal = startJournal('multi');
    journal.answer(1, [B, C]);
    journal.answer(2, [A]);
    journal.answer(3, [C]);
    const events = journal.run(press([1, 2, 3, 4]));
    expect(events.map((event) => 'itemId' in event && event.itemId)).toEqual([1, 3, 4].map(item));
    const classes = (n: number) => [...(journal.state().labels.get(item(n))?.classes ?? [])].sort();
    expect([1, 2, 3, 4].map(classes)).toEqual([[A, C], [A], [A, C], [A]]);
    for (const event of events)
      expect(event).toMatchObject({ question: null, proposal: null, durationMs: 3_000 });
  });

  it('are one act: one undo brings all of it back', () => {
    const journal = startJournal('multi');
    journal.answer(1, [B]);
    journal.run(press([1, 2]));
    journal.run({ type: 'undo' });
    expect(journal.state().labels.get(item(1))?.classes).toEqual([B]);
    expect(journal.state().labels.has(item(2))).toBe(false);
    expect(foldEvents(journal.events)?.labels).toEqual(journal.state().labels);
  });

  it('start from the label an item came with, and from the class another was merged into', () => {
    const journal = startJournal('multi');
    const given = new Map([[item(5), [C]]]);
    journal.run(press([5], { given }));
    expect(journal.state().labels.get(item(5))?.classes).toEqual([C, A]);
    journal.answer(6, [C]);
    journal.run({ type: 'merge-classes', from: C, into: B });
    journal.run(press([6]));
    expect(journal.state().labels.get(item(6))?.classes).toEqual([A]);
  });

  it('may leave an answered item with none, and make no answer where there is nothing to take', () => {
    const journal = startJournal('multi');
    journal.answer(1, [B]);
    journal.run(press([1, 2], { add: [] }));
    expect(journal.state().labels.get(item(1))).toMatchObject({ kind: 'answered', classes: [] });
    expect(journal.state().labels.has(item(2))).toBe(false);
  });

  it('are refused where an item has one class, without items, for unknown classes, or when all is so', () => {
    expect(startJournal().refusal(press([1]))).toMatch(/exactly one class/);
    const journal = startJournal('multi');
    expect(journal.refusal(press([]))).toMatch(/Select/);
    expect(journal.refusal(press([1], { add: [], remove: [B] }))).toMatch(/already/);
    journal.run({ type: 'retire-class', classId: A });
    expect(journal.refusal(press([1]))).toMatch(/not in use/);
  });
});
