/**
 * The contrast test set (Gardner et al. 2020): pairs of an item and its edited copy with another
 * answer, held out on request. Random test sets hide what feedback gains; such pairs show it.
 * Which pairs are held out depends on the item alone, so that both members always go together.
 */
import { sameClasses } from '../classes.ts';
import { createRng, deriveSeed } from '../math/rng.ts';
import type { ClassId, EventId, ItemContent, ItemId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import type { StandingFeedback } from './standing-feedback.ts';

export interface ContrastPair {
  readonly editId: EventId;
  readonly itemId: ItemId;
  readonly content: ItemContent;
  /** The person's answers to the original and to the copy; they differ. */
  readonly original: readonly ClassId[];
  readonly edited: readonly ClassId[];
}

/** Pairs whose original was answered by a person, and otherwise than the copy. */
export function contrastPairs(
  state: ProjectState,
  { edits }: StandingFeedback,
): readonly ContrastPair[] {
  return edits.flatMap((edit) => {
    const label = state.labels.get(edit.itemId);
    if (edit.stance !== 'flips' || label?.kind !== 'answered') return [];
    const isSame = sameClasses(label.classes, edit.classes);
    if (isSame) return [];
    const { id: editId, itemId, content, classes: edited } = edit;
    return [{ editId, itemId, content, original: label.classes, edited }];
  });
}

/**
 * Items whose pairs are held out: neither member is learned. The share that was asked for, and
 * every pair whose item was an audit draw, since its copy would tell the model of the audit.
 */
export function heldOutItems(
  state: ProjectState,
  pairs: readonly ContrastPair[],
): ReadonlySet<ItemId> {
  const { settings, seed } = state.project;
  const share = settings.contrastShare ?? 0;
  const isHeld = (itemId: ItemId): boolean =>
    isAudit(state, itemId) || createRng(deriveSeed(seed, `contrast ${itemId}`)).next() < share;
  return new Set(pairs.map(({ itemId }) => itemId).filter(isHeld));
}

export function isAudit({ labels }: ProjectState, itemId: ItemId): boolean {
  return labels.get(itemId)?.audit ?? false;
}
