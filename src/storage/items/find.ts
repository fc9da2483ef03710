/** Reads items wherever they lie: rows of their own, or within a chunk. */
import type { Item, ItemId, ProjectId } from '../../domain/records.ts';
import type { TruthDatabase } from '../database.ts';
import { CHUNK_ITEMS, type ItemChunk, itemOf, itemsWithin } from './chunk.ts';

/** So few are asked for all at once: each waits for the disk once, be they rows or in chunks. */
const FEW = 8;

/** In the order asked for. */
export function findItems(
  database: TruthDatabase,
  ids: readonly ItemId[],
): PromiseLike<readonly (Item | undefined)[]> {
  const { items, itemChunks } = database;
  if (ids.length > FEW) return findMany(database, ids);
  return database.transaction('r', items, itemChunks, async () => {
    const [rows, chunks] = await Promise.all([
      items.bulkGet([...ids]),
      Promise.all(ids.map((id) => chunkAround(database, id))),
    ]);
    return ids.map((id, i) => {
      const chunk = chunks[i];
      return rows[i] ?? (chunk && itemOf(chunk, id));
    });
  });
}

async function findMany(
  database: TruthDatabase,
  ids: readonly ItemId[],
): Promise<readonly (Item | undefined)[]> {
  const found = new Map<ItemId, Item>();
  for (const row of await database.items.bulkGet([...ids])) if (row) found.set(row.id, row);
  let chunk: ItemChunk | undefined;
  // Neighbours lie in one chunk: it is read once.
  for (const id of [...new Set(ids)].filter((one) => !found.has(one)).sort()) {
    if (!chunk || chunk.lastId < id) chunk = await chunkAround(database, id);
    const item = chunk && itemOf(chunk, id);
    if (item) found.set(id, item);
  }
  return ids.map((id) => found.get(id));
}

/** The chunk whose first id is the greatest one that is not above. */
export async function chunkAround(
  database: TruthDatabase,
  id: ItemId,
): Promise<ItemChunk | undefined> {
  return database.itemChunks.where(':id').belowOrEqual(id).last();
}

/** Items with a place in [from, to), ascending. */
export async function readRange(
  database: TruthDatabase,
  projectId: ProjectId,
  [from, to]: readonly [number, number],
): Promise<readonly Item[]> {
  const rows = await rowsWithin(database, projectId, [from, to]).toArray();
  const chunks = await database.itemChunks
    .where('[projectId+ordinal+count]')
    .between([projectId, from - CHUNK_ITEMS + 1], [projectId, to], true, false)
    .toArray();
  const items = chunks.flatMap((chunk) => itemsWithin(chunk, from, to));
  if (rows.length === 0) return items;
  return [...rows, ...items].sort((a, b) => a.ordinal - b.ordinal);
}

function rowsWithin(
  database: TruthDatabase,
  projectId: ProjectId,
  [from, to]: readonly [number, number],
) {
  return database.items
    .where('[projectId+ordinal]')
    .between([projectId, from], [projectId, to], true, false);
}

/** Content hashes of rows and of chunks that begin in [from, to): stretches side by side miss none. */
export async function readHashes(
  database: TruthDatabase,
  projectId: ProjectId,
  [from, to]: readonly [number, number],
): Promise<readonly string[]> {
  const rows = await rowsWithin(database, projectId, [from, to]).toArray();
  const chunks = await database.itemChunks
    .where('[projectId+ordinal+count]')
    .between([projectId, from], [projectId, to], true, false)
    .toArray();
  return [...rows.map(({ hash }) => hash), ...chunks.flatMap(({ packed }) => packed.hashes)];
}
