/** The decision log in words: what to search and to show. Pure. */

import { sameClasses } from '../../domain/classes.ts';
import {
  type FlipEntry,
  isDecidingEvent,
  type TrustEvent,
} from '../../domain/fold/trust-ledger.ts';
import { eventsUndoneBy, type ProjectState } from '../../domain/state.ts';
import { percent } from '../../ui/percent.ts';
import { sayClasses } from './say.ts';
import { strings } from './strings.ts';

const { log: words } = strings;

export interface LogEntry {
  readonly id: string;
  readonly at: number;
  readonly kind: TrustEvent['type'];
  readonly words: string;
  /** Undone since; the entry stays. */
  readonly isUndone: boolean;
}

/** What is looked for; `limit` = how many of those found are put in words. */
export interface LogQuery {
  readonly text: string;
  /** Type of the entries, or `all`. */
  readonly kind: string;
  readonly limit: number;
}

export interface FoundEntries {
  /** Newest first, no more than asked for. */
  readonly entries: readonly LogEntry[];
  readonly hasMore: boolean;
}

/** Reads the log from its newest entry and stops where enough is found: it may be long. */
export function searchLog(state: ProjectState, { text, kind, limit }: LogQuery): FoundEntries {
  const { log } = state.ledger.trust;
  const wanted = text.trim().toLowerCase();
  const entries: LogEntry[] = [];
  for (let i = log.length - 1; i >= 0; i--) {
    const event = log[i];
    if (!event || (kind !== 'all' && event.type !== kind)) continue;
    const said = sayEntry(state, event);
    if (wanted !== '' && !said.toLowerCase().includes(wanted)) continue;
    if (entries.length === limit) return { entries, hasMore: true };
    const isUndone = state.ledger.fallen.has(event.id);
    entries.push({ id: event.id, at: event.at, kind: event.type, words: said, isUndone });
  }
  return { entries, hasMore: false };
}

/** What was taken back is told with it: the entry itself may lie far behind. */
function sayFlip(state: ProjectState, { type, target }: FlipEntry): string {
  const said = eventsUndoneBy(state, target).flatMap((id) => {
    const own = state.ledger.byId.get(id);
    return own && isDecidingEvent(own) ? [sayEntry(state, own)] : [];
  });
  return words.flipped[type](said.join(' '));
}

function sayEntry(state: ProjectState, event: TrustEvent): string {
  if (event.type === 'undone' || event.type === 'redone') return sayFlip(state, event);
  if (event.type === 'level-changed')
    return words.level(words.levels[event.from], words.levels[event.to], event.evidence).trim();
  if (event.type === 'items-routed') {
    const { promise } = event.basis;
    const accepted = event.items.filter(({ route }) => route === 'accept').length;
    return words.routed(
      accepted,
      event.items.length - accepted,
      promise
        ? words.promised(percent(promise.mostWrong), percent(promise.certainty))
        : words.byHand,
    );
  }
  const routed = state.ledger.byId.get(event.routed);
  const said = sayClasses(state.project, event.classes);
  const proposed =
    routed?.type === 'items-routed'
      ? routed.items.find(({ itemId }) => itemId === event.itemId)?.classes
      : undefined;
  if (!proposed || sameClasses(proposed, event.classes)) return words.kept(said);
  return words.settled(sayClasses(state.project, proposed), said, event.reason);
}
