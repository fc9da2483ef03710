/**
 * In which list each decision about an incoming item stands. Kept up to date item by item, so that one more
 * answer costs what one answer costs, and the lists of fifty thousand decisions are read off without asking
 * each of them anything.
 */
import type { ItemId } from '../records.ts';
import type { Route } from '../trust/decisions.ts';
import type { StandingDecision } from './trust-ledger.ts';

export type DecisionPlace = Route | 'settled';

export interface DecisionIndex {
  /** In the order in which they were first decided about. */
  readonly order: ItemId[];
  readonly places: DecisionPlace[];
  readonly at: Map<ItemId, number>;
}

export function createDecisionIndex(): DecisionIndex {
  return { order: [], places: [], at: new Map() };
}

export function clearDecisionIndex(index: DecisionIndex): void {
  index.order.length = 0;
  index.places.length = 0;
  index.at.clear();
}

/** `isAnswered`: a person's answer to the item stands, wherever it was given. */
export function placeDecision(
  index: DecisionIndex,
  { event, at, settled }: StandingDecision,
  isAnswered: boolean,
): void {
  const routed = event.items[at];
  if (!routed) return;
  const place = settled !== null || isAnswered ? 'settled' : routed.route;
  const known = index.at.get(routed.itemId);
  if (known !== undefined) {
    index.places[known] = place;
    return;
  }
  index.at.set(routed.itemId, index.order.length);
  index.order.push(routed.itemId);
  index.places.push(place);
}
