/** Which items deserve a second look, from the state alone: no scan of the items. Pure. */
import type { ItemId } from '../../domain/records.ts';
import type { ProjectState } from '../../domain/state.ts';

export type ReviewKind = 'flagged' | 'unsure' | 'skipped' | 'answered';

export const REVIEW_KINDS: readonly ReviewKind[] = ['flagged', 'unsure', 'skipped', 'answered'];

type Reviewable = Pick<ProjectState, 'labels' | 'flags'>;

/** Newest decision first; flagged items in the order of their flags, newest last flagged first. */
export function reviewList(state: Reviewable, kind: ReviewKind): readonly ItemId[] {
  if (kind === 'flagged') return [...state.flags.keys()].reverse();
  return [...state.labels.values()]
    .filter((label) => label.kind === kind)
    .sort((a, b) => b.at - a.at || (a.eventId < b.eventId ? 1 : -1))
    .map((label) => label.itemId);
}

export function reviewCounts(state: Reviewable): Readonly<Record<ReviewKind, number>> {
  const counts = { flagged: state.flags.size, unsure: 0, skipped: 0, answered: 0 };
  for (const label of state.labels.values()) counts[label.kind] += 1;
  return counts;
}
