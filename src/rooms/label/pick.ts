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

/**
 * Questions whose turn it is. While a round out of turn goes on, its items alone; the queue may be behind,
 * then none is, until it has caught up. Afterwards none of that round, however old the queue.
 */
export function inTurn(queue: readonly Question[], round: readonly ItemId[]): readonly Question[] {
  if (round.length === 0) return queue.filter(({ why }) => why.kind !== 'relabelling');
  const asked = new Set(round);
  return queue.filter(({ itemId, why }) => why.kind === 'relabelling' && asked.has(itemId));
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
