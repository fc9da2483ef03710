/**
 * A person answers against a model that was sure: worth a second look by both, once. Never about
 * questions that measure (a second look would let the model sway its own examination), nor about an
 * item that was decided on before.
 */
import { sameClasses } from '../classes.ts';
import type { ItemId, ProposalRecord } from '../records.ts';
import type { ProjectState } from '../state.ts';

/** From this calibrated probability on the model counts as sure. */
export const SURE = 0.8;

/** What the model had said, where the standing answer is against it; null where nothing is to talk about. */
export function disagreement(state: ProjectState, itemId: ItemId): ProposalRecord | null {
  if (state.level === 'demonstrate') return null; // The person shows; the model does not argue.
  const label = state.labels.get(itemId);
  if (label?.kind !== 'answered' || label.audit || label.question?.repeat) return null;
  const { proposal, classes } = label;
  if (!proposal || proposal.shown === 'never' || proposal.probability < SURE) return null;
  if (sameClasses(proposal.classes, classes)) return null;
  if ((state.ledger.decisions.get(itemId)?.length ?? 0) > 1 || state.flags.has(itemId)) return null;
  return proposal;
}
