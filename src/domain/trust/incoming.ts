/** Questions asked of the decisions about incoming items. */

import { sameClasses } from '../classes.ts';
import type { EventOf } from '../events.ts';
import type { StandingDecision } from '../fold/trust-ledger.ts';
import type { ItemId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import type { Route, RoutedItem } from './decisions.ts';
import type { Promised } from './promise.ts';

/** Imports whose items are to be decided about. */
export function incomingImports(state: ProjectState): readonly EventOf<'items-imported'>[] {
  return state.imports.filter(({ purpose }) => purpose === 'decide');
}

export function routedItem({ event, at }: StandingDecision): RoutedItem {
  const routed = event.items[at];
  if (!routed) throw new RangeError(`Event ${event.id} has no item ${at}.`);
  return routed;
}

/** The model has answered, and nobody has said otherwise. */
export function isDecided(decision: StandingDecision): boolean {
  return decision.settled === null && routedItem(decision).route === 'accept';
}

/** Left to people and not yet answered, however the answer came. */
export function isOpen(state: ProjectState, decision: StandingDecision): boolean {
  const { itemId, route } = routedItem(decision);
  if (route === 'accept' || decision.settled !== null) return false;
  return state.labels.get(itemId)?.kind !== 'answered';
}

export interface DecisionLists {
  /** Decided by the model and standing, newest first. */
  readonly accept: readonly ItemId[];
  /** Open, in order of arrival. */
  readonly review: readonly ItemId[];
  readonly escalate: readonly ItemId[];
  /** Settled by a person. */
  readonly settled: readonly ItemId[];
}

export function decisionLists(state: ProjectState): DecisionLists {
  const lists: Record<Route | 'settled', ItemId[]> = {
    accept: [],
    review: [],
    escalate: [],
    settled: [],
  };
  for (const [itemId, decision] of state.decisions) {
    const { route } = routedItem(decision);
    if (isDecided(decision)) lists.accept.push(itemId);
    else if (isOpen(state, decision)) lists[route].push(itemId);
    else lists.settled.push(itemId);
  }
  lists.accept.reverse();
  lists.settled.reverse();
  return lists;
}

export interface SpotChecks {
  readonly n: number;
  readonly wrong: number;
}

/**
 * Blind answers to items that the model would have decided alone, since the level last changed and
 * under this promise: whether the promise is kept can be read from nothing else.
 */
export function spotChecks(state: ProjectState, promised: Promised): SpotChecks {
  const { log } = state.ledger.trust;
  const since = log.findLast(({ type }) => type === 'level-changed')?.id ?? '';
  let n = 0;
  let wrong = 0;
  for (const { event, at, settled } of state.decisions.values()) {
    const routed = event.items[at];
    if (!settled?.isBlind || routed?.reason.kind !== 'spot-check' || event.id < since) continue;
    const { promise } = event.basis;
    if (promise?.mostWrong !== promised.mostWrong) continue;
    n += 1;
    if (!sameClasses(settled.classes, routed.classes)) wrong += 1;
  }
  return { n, wrong };
}
