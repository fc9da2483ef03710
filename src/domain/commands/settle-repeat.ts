/**
 * "You said A, then B: which stands?" The choice becomes the item's answer. It keeps the question
 * that the item came up with, so that an audit draw stays one and its sample stays whole.
 */
import type { ClassId, ItemId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { answerItem } from './answer-item.ts';
import { type CommandContext, type Decision, refuse } from './decision.ts';

export interface SettleRepeat {
  readonly type: 'settle-repeat';
  readonly itemId: ItemId;
  readonly classes: readonly ClassId[];
  /** Milliseconds that the choice took. */
  readonly durationMs: number;
}

export function settleRepeat(
  state: ProjectState,
  command: SettleRepeat,
  context: CommandContext,
): Decision {
  const label = state.labels.get(command.itemId);
  if (label?.kind !== 'answered') return refuse('This item has no answer that could be settled.');
  const { itemId, classes, durationMs } = command;
  const { question, proposal } = label;
  return answerItem(
    state,
    { type: 'answer-item', itemId, classes, durationMs, question, proposal },
    context,
  );
}
