/** Questions asked of the decisions about incoming items. */

import { sameClasses } from '../classes.ts';
import type { EventOf } from '../events.ts';
import type { DecisionPlace } from '../fold/decision-index.ts';
import type { StandingDecision } from '../fold/trust-ledger.ts';
import type { ClassId, ItemId } from '../records.ts';
import { type ProjectState, resolveClass } from '../state.ts';
import type { RoutedItem } from './decisions.ts';
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

/** A person has said what it is, however the answer came. */
export function isSettled({ labels }: ProjectState, decision: StandingDecision): boolean {
  return decision.settled !== null || labels.get(routedItem(decision).itemId)?.kind === 'answered';
}

/** The model has answered, and nobody has said a word. */
export function isDecided(state: ProjectState, decision: StandingDecision): boolean {
  return routedItem(decision).route === 'accept' && !isSettled(state, decision);
}

/** Items whose answer is the model's alone: no label file has them, the decision log does. */
export function countDecided(state: ProjectState): number {
  let count = 0;
  for (const decision of state.decisions.values()) if (isDecided(state, decision)) count += 1;
  return count;
}

/** Left to people and not yet answered. */
export function isOpen(state: ProjectState, decision: StandingDecision): boolean {
  return routedItem(decision).route !== 'accept' && !isSettled(state, decision);
}

/** What the person says, as it is now: by their newest answer, through merges; null while nobody did. */
export function settledClasses(
  state: ProjectState,
  decision: StandingDecision,
): readonly ClassId[] | null {
  const label = state.labels.get(routedItem(decision).itemId);
  if (label?.kind === 'answered') return label.classes;
  return decision.settled && resolved(state, decision.settled.classes);
}

/**
 * The person is to answer without a view of the model's answer: a spot check, or any item at the
 * level where proposals are kept back. Once they have answered, it has been told.
 */
export function isAskedBlind(state: ProjectState, decision: StandingDecision): boolean {
  if (isSettled(state, decision)) return false;
  const { route, reason } = routedItem(decision);
  return reason.kind === 'spot-check' || (state.level === 'demonstrate' && route !== 'accept');
}

/** The same of any item: wherever it comes up, the model's view of it is kept back. */
export function isKeptBlind(state: ProjectState, itemId: ItemId): boolean {
  const decision = state.decisions.get(itemId);
  return decision !== undefined && isAskedBlind(state, decision);
}

/** A spot check nobody has answered: to be asked blind, and nowhere else. */
export function isOpenSpotCheck(state: ProjectState, decision: StandingDecision): boolean {
  return routedItem(decision).reason.kind === 'spot-check' && isOpen(state, decision);
}

function resolved({ project }: ProjectState, classes: readonly ClassId[]): readonly ClassId[] {
  return [...new Set(classes.map((id) => resolveClass(project, id)))];
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

/** Made once for a state, which is another one after every change. */
const known = new WeakMap<ProjectState, DecisionLists>();

export function decisionLists(state: ProjectState): DecisionLists {
  const before = known.get(state);
  if (before) return before;
  const lists: Record<DecisionPlace, ItemId[]> = {
    accept: [],
    review: [],
    escalate: [],
    settled: [],
  };
  const { order, places } = state.ledger.trust.index;
  for (let i = 0; i < order.length; i++) lists[places[i] as DecisionPlace].push(order[i] as ItemId);
  lists.accept.reverse();
  lists.settled.reverse();
  known.set(state, lists);
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
  const { trust, fallen } = state.ledger;
  const since =
    trust.log.findLast(({ type, id }) => type === 'level-changed' && !fallen.has(id))?.id ?? '';
  let n = 0;
  let wrong = 0;
  for (const { event, at, blind } of state.decisions.values()) {
    const routed = event.items[at];
    if (!blind || routed?.reason.kind !== 'spot-check' || event.id < since) continue;
    const { promise } = event.basis;
    if (promise?.mostWrong !== promised.mostWrong) continue;
    n += 1;
    if (!sameClasses(resolved(state, blind.classes), resolved(state, routed.classes))) wrong += 1;
  }
  return { n, wrong };
}
