import type { ClassId, EventId, Item } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';

export interface Labelled {
  readonly events: readonly EventId[];
  /** In plain words, where it was refused: then nothing was labelled. */
  readonly refusal: string | null;
}

/** One answer for each item, each an event of its own, all of them one act. */
export async function labelChosen(
  session: ProjectSession,
  items: readonly Item[],
  classId: ClassId,
  durationMs: number,
): Promise<Labelled> {
  const answer = {
    type: 'answer-item',
    classes: [classId],
    durationMs: durationMs / Math.max(1, items.length),
    question: null,
    proposal: null,
  } as const;
  const commands = items.map(({ id }) => ({ ...answer, itemId: id }));
  const outcome = await session.run({ type: 'together', commands });
  if (!outcome.ok) return { events: [], refusal: outcome.error.message };
  return { events: outcome.value.map(({ id }) => id), refusal: null };
}
