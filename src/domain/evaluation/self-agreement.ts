/**
 * How far a person agrees with themselves (intra-annotator agreement): the answers to silent repeats
 * against the answers that stood when the item came up again. What one's own second look does not
 * confirm no model can learn, so the share agreed is about the best that any quality figure can reach.
 */
import { sameClasses } from '../classes.ts';
import type { EventOf } from '../events.ts';
import type { ClassId, EventId, ItemId, QualityFigure } from '../records.ts';
import { type ProjectState, resolveClass } from '../state.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { proportion } from './wilson.ts';

export interface RepeatPair {
  readonly itemId: ItemId;
  /** The decision on the repeat. */
  readonly eventId: EventId;
  readonly first: readonly ClassId[];
  readonly again: readonly ClassId[];
  readonly isSame: boolean;
  /** Drawn at random; else a strategy asked again because it doubted the answer. */
  readonly isDrawn: boolean;
  /** True when the item was answered anew after the repeat: the person has settled it. */
  readonly isSettled: boolean;
}

export interface SelfAgreement {
  readonly share: QualityFigure | null;
  /** Beyond chance; null without repeats, or where all answers are the same one. */
  readonly kappa: number | null;
  readonly pairs: readonly RepeatPair[];
}

export function selfAgreement(state: ProjectState): SelfAgreement {
  const pairs = repeatPairs(state);
  // Those asked again because they were doubted would make anyone look worse than they are.
  const drawn = pairs.filter(({ isDrawn }) => isDrawn);
  const toKey = (classes: readonly ClassId[]): string => [...classes].sort().join();
  return {
    share: proportion(drawn.filter(({ isSame }) => isSame).length, drawn.length),
    kappa: cohenKappa(
      drawn.map(({ first }) => toKey(first)),
      drawn.map(({ again }) => toKey(again)),
    ),
    pairs,
  };
}

/** Repeats that were answered by whoever had answered the item first, in the order they came. */
export function repeatPairs(state: ProjectState): readonly RepeatPair[] {
  const pairs = [...state.ledger.repeats.values()].flat().flatMap((event) => {
    if (event.type !== 'answered' || state.ledger.fallen.has(event.id)) return [];
    return toPair(state, event) ?? [];
  });
  return pairs.sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
}

/** Disagreements nobody has settled yet. */
export function openDisagreements(pairs: readonly RepeatPair[]): readonly RepeatPair[] {
  return pairs.filter(({ isSame, isSettled }) => !isSame && !isSettled);
}

function toPair(state: ProjectState, event: EventOf<'answered'>): RepeatPair | null {
  const { project, ledger } = state;
  const standing = (ledger.decisions.get(event.itemId) ?? []).filter(
    ({ id }) => !ledger.fallen.has(id),
  );
  const before = standing.findLast(({ id }) => id < event.id);
  if (before?.type !== 'answered' || before.by !== event.by) return null;
  const resolve = (classes: readonly ClassId[]): readonly ClassId[] => [
    ...new Set(classes.map((id) => resolveClass(project, id))),
  ];
  const first = resolve(before.classes);
  const again = resolve(event.classes);
  return {
    itemId: event.itemId,
    eventId: event.id,
    first,
    again,
    isSame: sameClasses(first, again),
    isDrawn: event.question?.strategy === 'repeat',
    isSettled: standing.some(({ id }) => id > event.id),
  };
}
