/** Puts items where they are read from fastest: long stretches of an import as chunks, others as rows. */
import type { Item } from '../../domain/records.ts';
import type { TruthDatabase } from '../database.ts';
import { StorageError } from '../storage-error.ts';
import { cutIntoStretches, type ItemChunk, toChunk } from './chunk.ts';
import { chunkAround, findItems } from './find.ts';

/** Within a transaction that holds both tables. Rejects when an id is there already. */
export async function writeItems(database: TruthDatabase, items: readonly Item[]): Promise<void> {
  const { stretches, rows } = cutIntoStretches(items);
  const chunks: ItemChunk[] = [];
  const single: Item[] = [...rows];
  for (const stretch of stretches) {
    const chunk = toChunk(stretch);
    if (await isFree(database, chunk, chunks)) chunks.push(chunk);
    else single.push(...stretch);
  }
  await refuseKnown(database, single);
  await database.itemChunks.bulkAdd(chunks);
  await database.items.bulkAdd(single);
}

/** No chunk, written or about to be, and no row has an id between its first and its last. */
async function isFree(
  database: TruthDatabase,
  { firstId, lastId }: ItemChunk,
  others: readonly ItemChunk[],
): Promise<boolean> {
  if (others.some((other) => other.firstId <= lastId && firstId <= other.lastId)) return false;
  const below = await chunkAround(database, lastId);
  if (below && below.lastId >= firstId) return false;
  return (await database.items.where(':id').between(firstId, lastId, true, true).count()) === 0;
}

async function refuseKnown(database: TruthDatabase, items: readonly Item[]): Promise<void> {
  const known = await findItems(
    database,
    items.map(({ id }) => id),
  );
  const taken = known.find((item) => item !== undefined);
  if (taken) throw new StorageError('failed', `There is an item ${taken.id} already.`);
}
