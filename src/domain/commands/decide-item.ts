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

export function decisionFields(command: ItemDecisionCommand): ItemDecisionCommand {
  const { itemId, question, proposal } = command;
  return { itemId, durationMs: cappedDuration(command.durationMs), question, proposal };
}

/** Times are capped: a tab left open over night is not four hours of work. */
export function cappedDuration(durationMs: number): number {
  return Math.min(MAX_DURATION_MS, Math.max(0, Math.round(durationMs)));
}
