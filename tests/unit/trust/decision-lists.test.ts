/** The lists of decisions, kept item by item, are those that a look at every decision would make. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ClassId, ItemId } from '../../../src/domain/records.ts';
import { foldEvents, type ProjectState } from '../../../src/domain/state.ts';
import type { Route } from '../../../src/domain/trust/decisions.ts';
import {
  decisionLists,
  isDecided,
  isOpen,
  routedItem,
} from '../../../src/domain/trust/incoming.ts';
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

const routed = (n: number, route: Route) => ({
  itemId: item(n),
  classes: [A] as readonly ClassId[],
  probability: 0.95,
  route,
  reason: { kind: route === 'accept' ? ('confident' as const) : ('unsure' as const) },
});

function oneByOne(state: ProjectState) {
  const lists: Record<Route | 'settled', ItemId[]> = {
    accept: [],
    review: [],
    escalate: [],
    settled: [],
  };
  for (const [itemId, decision] of state.decisions) {
    const { route } = routedItem(decision);
    if (isDecided(state, decision)) lists.accept.push(itemId);
    else if (isOpen(state, decision)) lists[route].push(itemId);
    else lists.settled.push(itemId);
  }
  lists.accept.reverse();
  lists.settled.reverse();
  return lists;
}

const act = fc.record({
  kind: fc.constantFrom('route', 'settle', 'answer', 'skip', 'undo', 'redo'),
  n: fc.nat(5),
  route: fc.constantFrom<Route>('accept', 'review', 'escalate'),
});

it('whatever is decided, answered, undone and done again', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const journal = startJournal();
      journal.run({ type: 'change-level', to: 'correct', cause: 'person', evidence: 'x' });
      const common = { durationMs: 1, question: null, proposal: null };
      for (const { kind, n, route } of acts) {
        const itemId = item(n);
        const state = journal.state();
        if (kind === 'undo' && state.canUndo) journal.run({ type: 'undo' });
        if (kind === 'redo' && state.canRedo) journal.run({ type: 'redo' });
        if (kind === 'skip') journal.run({ type: 'skip-item', itemId, ...common });
        if (kind === 'answer') journal.answer(n, [B]);
        // What another tab or a person has decided meanwhile is left out, and may leave nothing.
        const isFree =
          !state.decisions.has(itemId) && state.labels.get(itemId)?.kind !== 'answered';
        if (kind === 'route' && isFree && state.level === 'correct')
          journal.run({ type: 'route-items', items: [routed(n, route)], basis });
        if (kind === 'settle' && state.decisions.has(itemId))
          journal.run({
            type: 'settle-decision',
            itemId,
            classes: [B],
            reason: '',
            isBlind: n % 2 === 0,
            ...common,
          });
        expect(decisionLists(journal.state())).toEqual(oneByOne(journal.state()));
      }
      const again = foldEvents(journal.events);
      expect(again && decisionLists(again)).toEqual(decisionLists(journal.state()));
      expect(again?.decisions).toEqual(journal.state().decisions);
    }),
    { numRuns: 150 },
  );
});
