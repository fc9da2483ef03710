/** The model's view of items, also of those that are no rows. */
import type { ItemId } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import type { PredictionRow } from '../../api.ts';
import type { LearnSession } from './learn-session.ts';
import { contentScorerOf, scoreItems } from './pool/score-contents.ts';

export async function predictItems(
  storage: Pick<Storage, 'items'>,
  session: LearnSession,
  ids: readonly ItemId[],
): Promise<readonly PredictionRow[]> {
  const { rowOf, learner } = session;
  const strangers = session.encoded.sampled ? ids.filter((id) => !rowOf.has(id)) : [];
  const outside = await predictOutside(storage, session, strangers);
  return ids.flatMap((itemId) => {
    const row = rowOf.get(itemId);
    if (row === undefined) return outside.get(itemId) ?? [];
    if (session.encoded.unread.has(row)) return [];
    return [{ itemId, proposal: session.propose(learner.probabilities, row) }];
  });
}

async function predictOutside(
  storage: Pick<Storage, 'items'>,
  session: LearnSession,
  ids: readonly ItemId[],
): Promise<ReadonlyMap<ItemId, PredictionRow>> {
  if (ids.length === 0) return new Map();
  const items = (await storage.items.getMany(ids)).flatMap((item) => item ?? []);
  const { probabilities, problemOf } = await scoreItems(contentScorerOf(session), items);
  return new Map(
    items.flatMap(({ id: itemId }, at) =>
      problemOf(at) ? [] : [[itemId, { itemId, proposal: session.propose(probabilities, at) }]],
    ),
  );
}
