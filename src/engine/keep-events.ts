/** Brings what was decided to the disk, and then into the state, in one turn with what is shown beside it. */
import { batch } from '@preact/signals';
import type { HoneEvent } from '../domain/events.ts';
import type { EventId } from '../domain/records.ts';
import type { Alongside } from './api.ts';
import type { SaveQueue } from './save-queue.ts';

/** One press may decide on thousands of items: they go to the disk in parts, so that the page stays quick. */
const APPENDED_AT_ONCE = 400;

interface Keep {
  readonly save: SaveQueue['save'];
  readonly absorb: (events: readonly HoneEvent[]) => void;
  /** What is on its way to the disk. */
  readonly own: Set<EventId>;
  readonly alongside: Alongside | undefined;
}

export async function keepEvents(
  events: readonly HoneEvent[],
  { save, absorb, own, alongside }: Keep,
): Promise<void> {
  for (const { id } of events) own.add(id);
  for (let from = 0; from < events.length; from += APPENDED_AT_ONCE) {
    const part = events.slice(from, from + APPENDED_AT_ONCE);
    const isLast = from + APPENDED_AT_ONCE >= events.length;
    const isWhole = events.length <= APPENDED_AT_ONCE;
    await save(part, isWhole ? 'whole' : isLast ? 'last' : 'more');
    batch(() => {
      absorb(part);
      if (isLast) alongside?.(events);
    });
    for (const { id } of part) own.delete(id);
  }
}
