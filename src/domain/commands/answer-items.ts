import type { ClassId, ItemId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { answerItem, questionOf } from './answer-item.ts';
import { cappedDuration } from './decide-item.ts';
import { accept, asOneAct, type CommandContext, type Decision, refuse } from './decision.ts';

/**
 * The same answer for many items that the person picked, by one press: undone by one press, too. No
 * proposal is kept: they were picked with the model's answers in sight, so they say nothing of anchoring.
 */
export interface AnswerItems {
  readonly type: 'answer-items';
  readonly itemIds: readonly ItemId[];
  readonly classes: readonly ClassId[];
  /** Milliseconds of the whole press: each item takes its share. */
  readonly durationMs: number;
}

export function answerItems(
  state: ProjectState,
  { itemIds, classes, durationMs }: AnswerItems,
  context: CommandContext,
): Decision {
  const [first] = itemIds;
  if (first === undefined) return refuse('Select items first.');
  const own = { classes: [...new Set(classes)], question: null, proposal: null };
  const each = cappedDuration(durationMs / itemIds.length);
  const trial = { type: 'answer-item', itemId: first, durationMs: each, ...own } as const;
  const decision = answerItem(state, trial, context);
  if (!decision.ok) return decision;
  const bodies = itemIds.map((itemId) => ({
    type: 'answered' as const,
    ...own,
    question: questionOf(state, { itemId, question: null }),
    itemId,
    durationMs: each,
  }));
  const accepted = accept(state.project.id, context, ...bodies);
  return accepted.ok ? { ok: true, events: asOneAct(accepted.events) } : accepted;
}
