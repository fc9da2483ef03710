/** Which item the "Why?" panel is about: never the question that is still open. Pure. */
import type { ItemId, ProposalTiming } from '../../domain/records.ts';

export interface StudyTargetInput {
  readonly onShow: { readonly itemId: ItemId; readonly isAsked: boolean } | null;
  /** The last answered item, standing. */
  readonly last: ItemId | null;
  readonly isAnswered: (id: ItemId) => boolean;
  readonly timing: ProposalTiming;
}

export function studyTarget({ onShow, last, isAnswered, timing }: StudyTargetInput): ItemId | null {
  if (onShow && timing === 'before') return onShow.itemId;
  if (onShow && !onShow.isAsked && isAnswered(onShow.itemId)) return onShow.itemId;
  if (onShow && !onShow.isAsked) return null; // Opened, and not answered yet.
  return last !== null && isAnswered(last) ? last : null;
}
