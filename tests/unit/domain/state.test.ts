import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HoneEvent } from '../../../src/domain/events.ts';
import type { ClassId, EventId } from '../../../src/domain/records.ts';
import {
  applyEvents,
  auditAnswers,
  classCounts,
  eventsUndoneBy,
  foldEvents,
  history,
  isTakenBack,
  type ProjectState,
  progress,
  trainingAnswers,
} from '../../../src/domain/state.ts';
import { A, B, C, item, type Journal, startJournal } from './make.ts';

/** Everything a person could notice of a state. */
function visible(state: ProjectState | null) {
  if (!state) return null;
  const { project, canUndo, canRedo, lastEventId, eventCount } = state;
  return {
    project,
    canUndo,
    canRedo,
    lastEventId,
    eventCount,
    labels: [...state.labels].sort(([a], [b]) => (a < b ? -1 : 1)),
    flags: [...state.flags].sort(),
    history: history(state),
    training: trainingAnswers(state),
    audits: auditAnswers(state),
    rollbacks: state.rollbacks,
  };
}

const act = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    n: fc.nat(6),
    c: fc.nat(2),
    audit: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('skip' as const), n: fc.nat(6) }),
  fc.record({ kind: fc.constant('flag' as const), n: fc.nat(6) }),
  fc.record({
    kind: fc.constant('many' as const),
    ns: fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 5 }),
    c: fc.nat(2),
  }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
  fc.record({ kind: fc.constant('rename' as const), n: fc.nat(99) }),
  fc.record({ kind: fc.constant('roll-back' as const) }),
);

function perform(
  journal: Journal,
  acts: readonly (typeof act extends fc.Arbitrary<infer T> ? T : never)[],
): void {
  for (const one of acts) {
    const common = { durationMs: 1, question: null, proposal: null };
    if (one.kind === 'answer') journal.answer(one.n, [[A, B, C][one.c] ?? A], one.audit);
    if (one.kind === 'skip') journal.run({ type: 'skip-item', itemId: item(one.n), ...common });
    if (one.kind === 'flag') journal.run({ type: 'flag-item', itemId: item(one.n), note: 'look' });
    if (one.kind === 'many') answerMany(journal, one.ns, [A, B, C][one.c] ?? A);
    if (one.kind === 'rename') journal.run({ type: 'rename-project', name: `Fruit ${one.n}` });
    if (one.kind === 'roll-back') {
      journal.run({
        type: 'roll-back',
        checkpointId: 'cp' as never,
        upTo: journal.events[0]?.id ?? null,
      });
    }
    if (one.kind === 'undo' && journal.state().canUndo) journal.run({ type: 'undo' });
    if (one.kind === 'redo' && journal.state().canRedo) journal.run({ type: 'redo' });
  }
}

function answerMany(journal: Journal, ns: readonly number[], own: ClassId): readonly HoneEvent[] {
  const answer = { type: 'answer-item', classes: [own], durationMs: 1 } as const;
  const commands = ns.map((n) => ({ ...answer, itemId: item(n), question: null, proposal: null }));
  return journal.run({ type: 'together', commands });
}

const journals = fc.array(act, { maxLength: 25 }).map((acts) => {
  const journal = startJournal();
  perform(journal, acts);
  return journal;
});

describe('the fold of events', () => {
  it('does not depend on the order of arrival', () => {
    fc.assert(
      fc.property(
        journals,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (journal, keys) => {
          const mixed = journal.events
            .map((event) => ({ event, key: keys.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ event }) => event);
          expect(visible(foldEvents(mixed))).toEqual(visible(foldEvents(journal.events)));
        },
      ),
    );
  });

  it('is the same bit by bit as all at once, in any split', () => {
    fc.assert(
      fc.property(journals, fc.nat(30), fc.nat(30), ({ events }, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const parts = [events.slice(first, second), events.slice(0, first), events.slice(second)];
        const whole = foldEvents(events) as ProjectState;
        const begun = foldEvents(
          parts[1]?.length ? (parts[1] as HoneEvent[]) : events,
        ) as ProjectState;
        const merged = parts.reduce((state, part) => applyEvents(state, part), begun);
        expect(visible(merged)).toEqual(visible(whole));
      }),
    );
  });

  it('does not change when events arrive twice', () => {
    fc.assert(
      fc.property(journals, ({ events }) => {
        const once = foldEvents(events) as ProjectState;
        expect(visible(foldEvents([...events, ...events]))).toEqual(visible(once));
        expect(applyEvents(once, events)).toBe(once);
      }),
    );
  });

  it('undo and redo of everything comes back to the same labels', () => {
    fc.assert(
      fc.property(journals, (journal) => {
        const before = visible(foldEvents(journal.events));
        let undone = 0;
        while (journal.state().canUndo) {
          journal.run({ type: 'undo' });
          undone += 1;
        }
        expect(journal.state().labels.size).toBe(0);
        expect(journal.state().project.name).toBe('Fruit');
        for (; undone > 0; undone--) journal.run({ type: 'redo' });
        expect(visible(journal.state())?.labels).toEqual(before?.labels);
        expect(visible(journal.state())?.training).toEqual(before?.training);
      }),
    );
  });

  it('takes back and does again as one act what one act made', () => {
    const journal = startJournal();
    journal.answer(1, [B]);
    const made = answerMany(journal, [1, 2, 3], C);
    const labels = () => [1, 2, 3].map((n) => journal.state().labels.get(item(n))?.classes[0]);
    expect(new Set(made.map(({ batch }) => batch))).toEqual(new Set([made[0]?.id]));
    expect(labels()).toEqual([C, C, C]);
    expect(journal.run({ type: 'undo' })).toHaveLength(1);
    expect(labels()).toEqual([B, undefined, undefined]);
    expect(history(journal.state()).map(({ stands }) => stands)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    journal.run({ type: 'redo' });
    expect(labels()).toEqual([C, C, C]);
    journal.run({ type: 'undo' });
    journal.run({ type: 'undo' });
    expect(labels()).toEqual([undefined, undefined, undefined]);
    expect(journal.state().canUndo).toBeNull();
  });

  it('keeps an act whole where another device decided in between, and where it was undone unseen', () => {
    const journal = startJournal();
    const [first, second] = answerMany(journal, [1, 2], A) as [HoneEvent, HoneEvent];
    const between = {
      ...second,
      id: `${first.id}-elsewhere` as EventId,
      itemId: item(3),
      batch: undefined,
    } as unknown as HoneEvent;
    const state = foldEvents([...journal.events, between]) as ProjectState;
    expect(state.canUndo).toBe(between.id);
    const undo = { ...first, id: '900001' as EventId, type: 'undone', target: first.id };
    const without = applyEvents(state, [undo as unknown as HoneEvent]);
    expect([...without.labels.keys()]).toEqual([item(3)]);
    expect(eventsUndoneBy(without, first.id)).toEqual([first.id, second.id]);
    expect(isTakenBack(without, second.id)).toBe(true);
  });

  it('ignores unknown targets and unknown types', () => {
    const journal = startJournal();
    journal.answer(1, [A]);
    const [base] = journal.events as [HoneEvent];
    const strange = [
      { ...base, id: '900001' as EventId, type: 'undone', target: 'nobody' as EventId },
      { ...base, id: '900002' as EventId, type: 'from-the-future', colour: 'mauve' },
    ] as unknown as HoneEvent[];
    const state = applyEvents(journal.state(), strange);
    expect(state.labels.get(item(1))?.classes).toEqual([A]);
    expect(state.eventCount).toBe(journal.events.length + 2);
  });
});

describe('what is learned', () => {
  it('is every standing answer that is no audit, in order', () => {
    const journal = startJournal();
    journal.answer(1, [A]);
    journal.answer(2, [B], true);
    journal.answer(3, [C]);
    journal.answer(1, [B]);
    expect(
      trainingAnswers(journal.state()).map(({ itemId, classes }) => [itemId, ...classes]),
    ).toEqual([
      [item(3), C],
      [item(1), B],
    ]);
    expect(auditAnswers(journal.state()).map(({ itemId }) => itemId)).toEqual([item(2)]);
    expect(progress(journal.state())).toMatchObject({ answered: 3, audits: 1, decisions: 4 });
  });

  it('sets answers after the checkpoint aside on a roll-back, and undo brings them back', () => {
    const journal = startJournal();
    const upTo = journal.answer(1, [A]);
    journal.answer(2, [B]);
    journal.run({ type: 'roll-back', checkpointId: 'cp' as never, upTo });
    journal.answer(3, [C]);
    expect(trainingAnswers(journal.state()).map(({ itemId }) => itemId)).toEqual([
      item(1),
      item(3),
    ]);
    expect(journal.state().labels.size).toBe(3);
    journal.run({ type: 'undo' });
    journal.run({ type: 'undo' });
    expect(trainingAnswers(journal.state()).map(({ itemId }) => itemId)).toEqual([
      item(1),
      item(2),
    ]);
  });

  it('follows merges and retirement without losing labels', () => {
    const journal = startJournal();
    journal.answer(1, [A]);
    journal.answer(2, [B]);
    journal.run({ type: 'merge-classes', from: A, into: B });
    expect(classCounts(journal.state()).get(B)).toBe(2);
    journal.run({ type: 'retire-class', classId: B });
    expect(trainingAnswers(journal.state())).toEqual([]);
    expect(journal.state().labels.get(item(1))?.classes).toEqual([B]);
    journal.run({ type: 'undo' });
    journal.run({ type: 'undo' });
    expect(journal.state().labels.get(item(1))?.classes).toEqual([A]);
  });

  it('counts “none” as an answer only where several classes may hold', () => {
    const journal = startJournal('multi');
    journal.answer(1, []);
    expect(trainingAnswers(journal.state())).toHaveLength(1);
  });
});
