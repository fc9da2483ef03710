import type { EventOf } from '../events.ts';
import type { ClassId, ItemId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { answerItem, questionOf } from './answer-item.ts';
import { cappedDuration } from './decide-item.ts';
import { type CommandContext, type Decision, refuse } from './decision.ts';

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
  if (!decision.ok || itemIds.length === 1) return decision;
  const { newId, now: at, by, device } = context;
  const batch = newId();
  // Written out, field by field: copied from one another, 100,000 events hold the page up for seconds.
  const events = itemIds.map(
    (itemId, i): EventOf<'answered'> => ({
      type: 'answered',
      itemId,
      classes: own.classes,
      durationMs: each,
      question: questionOf(state, { itemId, question: null }),
      proposal: null,
      id: i === 0 ? batch : newId(),
      projectId: state.project.id,
      at,
      by,
      device,
      batch,
    }),
  );
  return { ok: true, events };
}
