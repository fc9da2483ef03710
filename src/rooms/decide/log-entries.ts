/** The decision log in words: what to search and to show. Pure. */

import { sameClasses } from '../../domain/classes.ts';
import type { TrustEvent } from '../../domain/fold/trust-ledger.ts';
import type { ProjectState } from '../../domain/state.ts';
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

/** Newest first. */
export function logEntries(state: ProjectState): readonly LogEntry[] {
  const { log } = state.ledger.trust;
  return log
    .map((event) => ({
      id: event.id,
      at: event.at,
      kind: event.type,
      words: sayEntry(state, event),
      isUndone: state.ledger.fallen.has(event.id),
    }))
    .reverse();
}

export function searchLog(
  entries: readonly LogEntry[],
  { text, kind }: { readonly text: string; readonly kind: string },
): readonly LogEntry[] {
  const wanted = text.trim().toLowerCase();
  return entries.filter(
    (entry) =>
      (kind === 'all' || entry.kind === kind) && entry.words.toLowerCase().includes(wanted),
  );
}

function sayEntry(state: ProjectState, event: TrustEvent): string {
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
