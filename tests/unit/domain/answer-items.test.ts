import { describe, expect, it } from 'vitest';
import { answerItems } from '../../../src/domain/commands/answer-items.ts';
import type { HoneEvent } from '../../../src/domain/events.ts';
import type { AnnotatorId, DeviceId, EventId } from '../../../src/domain/records.ts';
import { foldEvents } from '../../../src/domain/state.ts';
import { digest } from '../../../src/modalities/content-hash.ts';
import { A, B, item, startJournal } from './make.ts';

const press = (...numbers: number[]) => ({
  type: 'answer-items' as const,
  itemIds: numbers.map(item),
  classes: [A],
  durationMs: 9_000,
});

describe('many items by one press', () => {
  it('become an answer each, picked by the person, sharing the time', () => {
    const journal = startJournal();
    const events = journal.run(press(1, 2, 3));
    expect(events).toHaveLength(3);
    for (const event of events)
      expect(event).toMatchObject({
        type: 'answered',
        classes: [A],
        question: null,
        proposal: null,
      });
    expect(events.map((event) => 'durationMs' in event && event.durationMs)).toEqual([
      3_000, 3_000, 3_000,
    ]);
    expect(new Set(events.map(({ batch }) => batch)).size).toBe(1);
  });

  it('are undone and redone together, and what was before stands again', () => {
    const journal = startJournal();
    journal.answer(1, [B]);
    journal.run(press(1, 2));
    journal.run(press(3, 4));
    expect(journal.run({ type: 'undo' })).toHaveLength(1);
    expect([...journal.state().labels.keys()]).toEqual([item(1), item(2)]);
    expect(journal.run({ type: 'undo' })).toHaveLength(1);
    expect(journal.state().labels.get(item(1))?.classes).toEqual([B]);
    expect(journal.state().labels.size).toBe(1);
    expect(journal.run({ type: 'redo' })).toHaveLength(1);
    expect(journal.state().labels.get(item(2))?.classes).toEqual([A]);
    expect(journal.run({ type: 'redo' })).toHaveLength(1);
    expect(journal.state().labels.size).toBe(4);
    expect(journal.refusal({ type: 'redo' })).toMatch(/nothing/);
    expect(foldEvents(journal.events)?.labels).toEqual(journal.state().labels);
  });

  it('may be as many as a project holds', () => {
    const itemIds = Array.from({ length: 150_000 }, (_, n) => item(n));
    let count = 0;
    const context = {
      newId: () => String(++count) as EventId,
      now: 1_000,
      by: 'me' as AnnotatorId,
      device: 'here' as DeviceId,
      digest,
    };
    const decision = answerItems(startJournal().state(), { ...press(), itemIds }, context);
    expect(decision.ok && decision.events.length).toBe(150_000);
  });

  it('leave single answers alone', () => {
    const journal = startJournal();
    journal.run(press(1, 2));
    journal.answer(3, [B]);
    expect(journal.run({ type: 'undo' })).toHaveLength(1);
    expect(journal.state().labels.size).toBe(2);
  });

  it('are refused without items, and with a class that is not in use', () => {
    const journal = startJournal();
    expect(journal.refusal(press())).toMatch(/Select/);
    journal.run({ type: 'retire-class', classId: A });
    expect(journal.refusal(press(1))).toMatch(/not in use/);
    expect(journal.events.filter((event: HoneEvent) => event.type === 'answered')).toEqual([]);
  });
});
