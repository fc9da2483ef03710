/** Indexes over the decision log: what stands for each incoming item, the level, the ends of the chains. */
import type { EventOf, HoneEvent } from '../events.ts';
import { type ChainHead, headAfter, type Link } from '../oversight/chain.ts';
import type { DeviceId, ItemId } from '../records.ts';
import type { DelegationLevel } from '../trust/decisions.ts';
import {
  clearDecisionIndex,
  createDecisionIndex,
  type DecisionIndex,
  placeDecision,
} from './decision-index.ts';

export type DecidingEvent = EventOf<'items-routed' | 'decision-settled' | 'level-changed'>;
/** Takes an entry back, or brings it again. */
export type FlipEntry = EventOf<'undone' | 'redone'> & { readonly link: Link };
/** What the decision log is made of. */
export type TrustEvent = DecidingEvent | FlipEntry;
type RoutedEvent = EventOf<'items-routed'>;
type SettledEvent = EventOf<'decision-settled'>;

export interface StandingDecision {
  readonly event: RoutedEvent;
  /** Position in `event.items`. */
  readonly at: number;
  /** What a person said of it since, or null. */
  readonly settled: SettledEvent | null;
  /** The first of these that was said without a view of the model's answer: what spot checks count. */
  readonly blind: SettledEvent | null;
}

export interface TrustLedger {
  /** In id order, fallen ones included. */
  readonly log: TrustEvent[];
  /** Newest standing decision about each item that came in. */
  readonly decisions: Map<ItemId, StandingDecision>;
  /** Which list each of them stands in. */
  readonly index: DecisionIndex;
  /** All that was said of each item, fallen ones included. */
  readonly settledOf: Map<ItemId, SettledEvent[]>;
  readonly heads: Map<DeviceId, ChainHead>;
  level: DelegationLevel;
}

/** A project begins with the person showing and the model proposing. */
export const FIRST_LEVEL: DelegationLevel = 'verify';

export function createTrustLedger(): TrustLedger {
  return {
    log: [],
    decisions: new Map(),
    index: createDecisionIndex(),
    settledOf: new Map(),
    heads: new Map(),
    level: FIRST_LEVEL,
  };
}

export function isTrustEvent(event: HoneEvent): event is TrustEvent {
  return isDecidingEvent(event) || isFlipEntry(event);
}

function isFlipEntry(event: HoneEvent): event is FlipEntry {
  return (event.type === 'undone' || event.type === 'redone') && event.link !== undefined;
}

export function isDecidingEvent(event: HoneEvent): event is DecidingEvent {
  return (
    event.type === 'items-routed' ||
    event.type === 'decision-settled' ||
    event.type === 'level-changed'
  );
}

export function fileTrust(ledger: TrustLedger, event: TrustEvent): void {
  ledger.log.push(event);
  if (event.type === 'decision-settled') {
    const known = ledger.settledOf.get(event.itemId);
    if (known) known.push(event);
    else ledger.settledOf.set(event.itemId, [event]);
  }
  const { device, link } = event;
  const known = ledger.heads.get(device);
  if (!known || link.sequence >= known.length) ledger.heads.set(device, headAfter(link));
}

/** What the fold of the trust events asks of the others. */
export interface TrustSources {
  readonly stands: (one: HoneEvent) => boolean;
  /** A person's answer to the item stands. */
  readonly isAnswered: (itemId: ItemId) => boolean;
}

/** The newest event is added to what stands; one that fell or stands again has read anew what hangs on it. */
export function refreshTrust(ledger: TrustLedger, event: TrustEvent, sources: TrustSources): void {
  if (ledger.log.at(-1) === event && sources.stands(event)) {
    apply(ledger, event, sources);
    return;
  }
  if (event.type === 'decision-settled') {
    settleAnew(ledger, event.itemId, sources);
    return;
  }
  ledger.decisions.clear();
  clearDecisionIndex(ledger.index);
  ledger.level = FIRST_LEVEL;
  for (const one of ledger.log) if (sources.stands(one)) apply(ledger, one, sources);
}

/** An answer to the item came, fell or stands again, by whatever way it was given. */
export function placeAnew(ledger: TrustLedger, itemId: ItemId, sources: TrustSources): void {
  const decision = ledger.decisions.get(itemId);
  if (decision) placeDecision(ledger.index, decision, sources.isAnswered(itemId));
}

function apply(ledger: TrustLedger, event: TrustEvent, sources: TrustSources): void {
  // What it takes back does not stand, and is not applied.
  if (event.type === 'undone' || event.type === 'redone') return;
  if (event.type === 'level-changed') {
    ledger.level = event.to;
  } else if (event.type === 'items-routed') {
    event.items.forEach(({ itemId }, at) => {
      ledger.decisions.set(itemId, { event, at, settled: null, blind: null });
      placeAnew(ledger, itemId, sources);
    });
  } else {
    const decision = ledger.decisions.get(event.itemId);
    if (decision?.event.id !== event.routed) return;
    const blind = decision.blind ?? (event.isBlind ? event : null);
    ledger.decisions.set(event.itemId, { ...decision, settled: event, blind });
    placeAnew(ledger, event.itemId, sources);
  }
}

function settleAnew(ledger: TrustLedger, itemId: ItemId, sources: TrustSources): void {
  const decision = ledger.decisions.get(itemId);
  if (!decision) return;
  const standing = (ledger.settledOf.get(itemId) ?? []).filter(
    (one) => one.routed === decision.event.id && sources.stands(one),
  );
  const settled = standing.at(-1) ?? null;
  const blind = standing.find(({ isBlind }) => isBlind) ?? null;
  ledger.decisions.set(itemId, { ...decision, settled, blind });
  placeAnew(ledger, itemId, sources);
}
