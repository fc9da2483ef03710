/** What answering, skipping and "not sure" have in common. */
import { MAX_DURATION_MS } from '../events.ts';
import type { ItemId, ProposalRecord, QuestionRecord } from '../records.ts';

export interface ItemDecisionCommand {
  readonly itemId: ItemId;
  /** Milliseconds from painted to decided. */
  readonly durationMs: number;
  readonly question: QuestionRecord | null;
  readonly proposal: ProposalRecord | null;
}

/** Times are capped: a tab left open over night is not four hours of work. */
export function decisionFields(command: ItemDecisionCommand): ItemDecisionCommand {
  const { itemId, question, proposal } = command;
  const durationMs = Math.min(MAX_DURATION_MS, Math.max(0, Math.round(command.durationMs)));
  return { itemId, durationMs, question, proposal };
}
