/** What stands in the lists before the person chooses. Pure. */
import type { Proposal } from '../../../../workers/api.ts';
import type { ClassId, ItemId, LabelMode } from '../../../domain/records.ts';
import type { ProjectState } from '../../../domain/state.ts';

/** The person's answer to the item; without one, the model's. */
export function originalAnswer(
  { labels }: Pick<ProjectState, 'labels'>,
  itemId: ItemId,
  before: Proposal | null,
): readonly ClassId[] {
  const label = labels.get(itemId);
  return label?.kind === 'answered' ? label.classes : (before?.classes ?? []);
}

export interface FlipGuessInput {
  readonly mode: LabelMode;
  readonly original: readonly ClassId[];
  readonly now: Proposal | null;
  readonly before: Proposal | null;
}

/** What the model says now, where that is another answer; else the most probable other class. */
export function guessFlip({ mode, original, now, before }: FlipGuessInput): readonly ClassId[] {
  const view = now ?? before;
  if (mode === 'multi') return view?.classes ?? [];
  const other = view?.all.find(({ classId }) => !original.includes(classId));
  return other ? [other.classId] : original;
}

/** The two classes the model wavers between, else the first two; null with fewer than two. */
export function guessBoundary(
  view: Proposal | null,
  classes: readonly ClassId[],
): readonly [ClassId, ClassId] | null {
  const known = new Set(classes);
  const ranked = (view?.all ?? []).map(({ classId }) => classId).filter((id) => known.has(id));
  const [a, b] = ranked.length >= 2 ? ranked : classes;
  return a && b ? [a, b] : null;
}
