import type { EventOf } from '../events.ts';
import type { ClassId, ItemId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { questionOf } from './answer-item.ts';
import type { CommandContext } from './decision.ts';

export interface PickedAnswer {
  readonly itemId: ItemId;
  readonly classes: readonly ClassId[];
}

/**
 * Answers that one press gave to items that the person picked: one act. No proposal is kept: they were picked
 * with the model's answers in sight, so they say nothing of anchoring. `each`: milliseconds of one.
 */
export function batchOfAnswers(
  state: ProjectState,
  { answers, each }: { readonly answers: readonly PickedAnswer[]; readonly each: number },
  { newId, now: at, by, device }: CommandContext,
): readonly EventOf<'answered'>[] {
  const batch = newId();
  // Written out, field by field: copied from one another, 100,000 events hold the page up for seconds.
  return answers.map(
    ({ itemId, classes }, i): EventOf<'answered'> => ({
      type: 'answered',
      itemId,
      classes,
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
}
