/** Which question comes next. Pure. */

import type { Question } from '../../../workers/api.ts';
import type { ItemId } from '../../domain/records.ts';

export interface PickInput {
  readonly queue: readonly Question[];
  /** Decided already; the queue may be one answer behind. */
  readonly isDecided: (id: ItemId) => boolean;
  /** Of a repeat, which is decided already by its nature: it may come up now. */
  readonly isRepeatable?: (id: ItemId) => boolean;
  readonly claimedElsewhere: ReadonlySet<ItemId>;
  /** Just answered or on show. */
  readonly exclude: ReadonlySet<ItemId>;
}

export function pickQuestion({
  queue,
  isDecided,
  isRepeatable = () => false,
  claimedElsewhere,
  exclude,
}: PickInput): Question | null {
  const open = queue.filter(({ itemId, record }) =>
    record.repeat ? isRepeatable(itemId) : !isDecided(itemId) && !exclude.has(itemId),
  );
  return open.find(({ itemId }) => !claimedElsewhere.has(itemId)) ?? null;
}
