/** Undo and redo of what stands in the decision log. */
import type { HoneEvent } from '../events.ts';
import { type DecidingEvent, isDecidingEvent, isTrustEvent } from '../fold/trust-ledger.ts';
import type { EventId } from '../records.ts';
import { eventsUndoneBy, type ProjectState } from '../state.ts';

export type FlipBody = {
  readonly type: 'undone' | 'redone';
  readonly target: EventId;
};

/** True when one of the events of this act is an entry of the decision log. */
export function touchesLog(state: ProjectState, act: EventId): boolean {
  return eventsUndoneBy(state, act).some((id) => {
    const event = state.ledger.byId.get(id);
    return event !== undefined && isDecidingEvent(event);
  });
}

/**
 * Before this moment undo and redo were not written into the log, so nothing can be held against those
 * of that time; they can only concern entries of that time, and come after them.
 */
export const FLIPS_LOGGED_SINCE = Date.UTC(2026, 10, 29);

/** Entries that were taken back, or brought again, by what is no entry itself: nobody who keeps the log does so. */
export function flippedUnlogged(events: readonly HoneEvent[]): readonly DecidingEvent[] {
  const entries = new Map<EventId, DecidingEvent>();
  for (const event of events)
    if (isDecidingEvent(event)) entries.set(event.batch ?? event.id, event);
  return events.flatMap((event) => {
    if (event.type !== 'undone' && event.type !== 'redone') return [];
    const entry = entries.get(event.target);
    if (!entry || isTrustEvent(event)) return [];
    const isOlderThanRule = event.at < FLIPS_LOGGED_SINCE && event.at >= entry.at;
    return isOlderThanRule ? [] : [entry];
  });
}
