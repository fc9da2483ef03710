import type { ClassId, ItemId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { answerItem } from './answer-item.ts';
import { batchOfAnswers } from './batch-of-answers.ts';
import { cappedDuration } from './decide-item.ts';
import { type CommandContext, type Decision, refuse } from './decision.ts';

/** The same answer for many items that the person picked, by one press: undone by one press, too. */
export interface AnswerItems {
  readonly type: 'answer-items';
  readonly itemIds: readonly ItemId[];
  readonly classes: readonly ClassId[];
  /** Milliseconds of the whole press: each item takes its share. */
  readonly durationMs: number;
}

export function answerItems(
  state: ProjectState,
  { itemIds, classes: given, durationMs }: AnswerItems,
  context: CommandContext,
): Decision {
  const [first] = itemIds;
  if (first === undefined) return refuse('Select items first.');
  const classes = [...new Set(given)];
  const each = cappedDuration(durationMs / itemIds.length);
  const own = { classes, durationMs: each, question: null, proposal: null };
  const decision = answerItem(state, { type: 'answer-item', itemId: first, ...own }, context);
  if (!decision.ok || itemIds.length === 1) return decision;
  const answers = itemIds.map((itemId) => ({ itemId, classes }));
  return { ok: true, events: batchOfAnswers(state, { answers, each }, context) };
}
