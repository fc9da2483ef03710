/** Has the model decide about what waits, batch by batch; each batch is one entry of the log. */
import type { EventId, ItemId } from '../../domain/records.ts';
import type { Route } from '../../domain/trust/decisions.ts';
import type { DecideProps } from './props.ts';

/** As many in one entry: few enough to be worked out at once, enough that entries stay few. */
const BATCH = 500;

export interface Decided {
  readonly counts: Record<Route, number>;
  /** Entries of the log that it made, oldest first. */
  readonly entries: readonly EventId[];
}

/** Rejects with a message for the person; what was decided before stays. */
export async function decideWaiting(
  { session }: DecideProps,
  waiting: readonly ItemId[],
): Promise<Decided> {
  const counts: Record<Route, number> = { accept: 0, review: 0, escalate: 0 };
  const entries: EventId[] = [];
  for (let from = 0; from < waiting.length; from += BATCH) {
    const plan = await session.learnerClient.route(waiting.slice(from, from + BATCH));
    if (!plan.ok) throw new Error(plan.error.message);
    const { items, basis } = plan.value;
    if (items.length === 0) continue;
    const outcome = await session.run({ type: 'route-items', items, basis });
    if (!outcome.ok) throw new Error(outcome.error.message);
    for (const event of outcome.value) {
      entries.push(event.id);
      if (event.type === 'items-routed') for (const { route } of event.items) counts[route] += 1;
    }
  }
  return { counts, entries };
}
