import type { ClassId, EventId, Item } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';

export interface Labelled {
  readonly events: readonly EventId[];
  /** In plain words, where one was refused; those before it stand. */
  readonly refusal: string | null;
}

/** One answer for each item, one after the other: each is an event of its own. */
export async function labelChosen(
  session: ProjectSession,
  items: readonly Item[],
  classId: ClassId,
  durationMs: number,
): Promise<Labelled> {
  const events: EventId[] = [];
  const each = durationMs / Math.max(1, items.length);
  for (const { id } of items) {
    const outcome = await session.run({
      type: 'answer-item',
      itemId: id,
      classes: [classId],
      durationMs: each,
      question: null,
      proposal: null,
    });
    if (!outcome.ok) return { events, refusal: outcome.error.message };
    events.push(...outcome.value.map((event) => event.id));
  }
  return { events, refusal: null };
}
