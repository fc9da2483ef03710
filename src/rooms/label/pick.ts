/** Which question comes next. Pure. */

import type { Question } from '../../../workers/api.ts';
import type { ItemId } from '../../domain/records.ts';

export interface PickInput {
  readonly queue: readonly Question[];
  /** Decided already; the queue may be one answer behind. */
  readonly isDecided: (id: ItemId) => boolean;
  readonly claimedElsewhere: ReadonlySet<ItemId>;
  /** Just answered or on show. */
  readonly exclude: ReadonlySet<ItemId>;
}

export function pickQuestion({
  queue,
  isDecided,
  claimedElsewhere,
  exclude,
}: PickInput): Question | null {
  const open = queue.filter(({ itemId }) => !isDecided(itemId) && !exclude.has(itemId));
  return open.find(({ itemId }) => !claimedElsewhere.has(itemId)) ?? null;
}
