/** What is undone in the decision log is an entry of the log: it cannot go missing, nor be slipped in. */
import { describe, expect, it } from 'vitest';
import type { HoneEvent } from '../../../src/domain/events.ts';
import { createRng } from '../../../src/domain/math/rng.ts';
import type { ClassId, EventId } from '../../../src/domain/records.ts';
import { foldEvents } from '../../../src/domain/state.ts';
import { verifyLog } from '../../../src/domain/trust/audit-log.ts';
import { FLIPS_LOGGED_SINCE, touchesLog } from '../../../src/domain/trust/flips.ts';
import { digest } from '../../../src/modalities/content-hash.ts';
import { searchLog } from '../../../src/rooms/decide/log-entries.ts';
import { A, B, item, startJournal } from '../domain/make.ts';

const basis = {
  model: null,
  checkpoint: null,
  level: 'correct' as const,
  thresholds: { [A]: 0.9 },
  promise: null,
  audits: 80,
  temperature: 1,
};

const routed = (n: number) => ({
  itemId: item(n),
  classes: [A] as readonly ClassId[],
  probability: 0.95,
  route: 'accept' as const,
  reason: { kind: 'confident' as const },
});

/** Two items decided, one overridden; the override undone, done again, and undone for good. */
function journalOf() {
  const journal = startJournal();
  journal.run({ type: 'change-level', to: 'correct', cause: 'person', evidence: '76 of 80 right' });
  journal.run({ type: 'route-items', items: [routed(1), routed(2)], basis });
  journal.run({
    type: 'settle-decision',
    itemId: item(1),
    classes: [B],
    reason: 'wrong class',
    isBlind: false,
    durationMs: 10,
    question: null,
    proposal: null,
  });
  journal.run({ type: 'undo' });
  journal.run({ type: 'redo' });
  journal.run({ type: 'undo' });
  journal.answer(9, [A]);
  return journal;
}

const problemsOf = (events: readonly HoneEvent[], journal: ReturnType<typeof journalOf>) =>
  verifyLog(events, journal.state().ledger.trust.heads, digest);

describe('an undone override', () => {
  it('is written after what it takes back, and the whole is sound', () => {
    const journal = journalOf();
    const { log } = journal.state().ledger.trust;
    expect(log.map(({ type }) => type)).toEqual([
      'level-changed',
      'items-routed',
      'decision-settled',
      'undone',
      'redone',
      'undone',
    ]);
    expect(log.map(({ link }) => link.sequence)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(problemsOf(journal.events, journal)).toEqual([]);
    expect(journal.state().decisions.get(item(1))?.settled).toBeNull();
    // The same from the events alone, as after a reload.
    expect(foldEvents(journal.events)?.decisions.get(item(1))?.settled).toBeNull();
  });

  it('is read with what it took back', () => {
    const { entries } = searchLog(journalOf().state(), { text: '', kind: 'undone', limit: 9 });
    expect(entries).toHaveLength(2);
    expect(entries[0]?.words).toMatch(/^Taken back: .*banana.*wrong class/);
  });

  it('is missed when it is removed: the override would stand again', () => {
    const journal = journalOf();
    const last = journal.events.findLast(({ type }) => type === 'undone');
    const without = journal.events.filter((event) => event !== last);
    expect(foldEvents(without)?.decisions.get(item(1))?.settled).not.toBeNull();
    expect(problemsOf(without, journal)).toMatchObject([{ position: 5, kind: 'cut-off' }]);
    const first = journal.events.find(({ type }) => type === 'undone');
    const gap = journal.events.filter((event) => event !== first);
    expect(problemsOf(gap, journal)).toMatchObject([{ position: 3, kind: 'missing' }]);
  });

  it('is found when it points elsewhere, or is slipped in without an entry', () => {
    const journal = journalOf();
    const routedId = journal.events.find(({ type }) => type === 'items-routed')?.id as EventId;
    const moved = journal.events.map((event) =>
      event.type === 'undone' ? { ...event, target: routedId } : event,
    );
    expect(problemsOf(moved, journal)).toMatchObject([{ position: 3, kind: 'altered' }]);
    const { link: _, ...bare } = journal.events.findLast(
      ({ type }) => type === 'undone',
    ) as Extract<HoneEvent, { type: 'undone' }>;
    const at = FLIPS_LOGGED_SINCE;
    const slipped = { ...bare, id: '999999' as EventId, target: routedId, at };
    expect(foldEvents([...journal.events, slipped])?.decisions.size).toBe(0);
    expect(problemsOf([...journal.events, slipped], journal)).toMatchObject([
      { position: 1, kind: 'unlogged' },
    ]);
    // One from before the rule is let be, but not where it would be older than what it takes back.
    expect(problemsOf([...journal.events, { ...slipped, at: at - 1 }], journal)).toEqual([]);
    expect(problemsOf([...journal.events, { ...slipped, at: -1 }], journal)).toHaveLength(1);
  });

  it('is found in each of 1,000 random removals and changes of entries, flips among them', () => {
    const journal = journalOf();
    const entries = journal.events.filter((event) => 'link' in event && event.link !== undefined);
    const rng = createRng(11);
    for (let i = 0; i < 1_000; i++) {
      const one = entries[rng.integer(entries.length)];
      const another = entries[rng.integer(entries.length)];
      const tampered = journal.events.flatMap((event): HoneEvent[] => {
        if (event !== one) return [event];
        if (rng.next() < 0.5) return [];
        return [{ ...event, at: event.at + 1 + rng.integer(9) } as HoneEvent];
      });
      const both = tampered.filter((event) => event !== another || rng.next() < 0.8);
      expect(problemsOf(both, journal).length).toBeGreaterThan(0);
    }
  });
});

it('an undo of anything else is no entry', () => {
  const journal = journalOf();
  const { canUndo } = journal.state();
  expect(canUndo && touchesLog(journal.state(), canUndo)).toBe(false);
  journal.run({ type: 'undo' });
  expect(journal.state().ledger.trust.log).toHaveLength(6);
  expect(problemsOf(journal.events, journal)).toEqual([]);
});
