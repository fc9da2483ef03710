/**
 * Items of every project. Long stretches of an import lie in chunks (`chunk.ts`), single ones as rows;
 * what was written before chunks existed stays where it is. Readers see no difference.
 */
import type { Item, ProjectId } from '../../domain/records.ts';
import type { ItemStore } from '../api.ts';
import type { Changes } from '../changes.ts';
import type { Connection } from '../connection.ts';
import type { TruthDatabase } from '../database.ts';
import { putNew } from '../files.ts';
import { findItems, readHashes, readRange } from './find.ts';
import { chunksOf, closeGaps, nextOrdinal, rowsOf } from './places.ts';
import { writeItems } from './write.ts';

/** Places looked through at once for their hashes. */
const HASHES_AT_ONCE = 8_192;

export function createItemStore(
  connection: Connection<TruthDatabase>,
  changes: Changes,
): ItemStore {
  const change = <T>(task: (database: TruthDatabase) => Promise<T>): Promise<T> =>
    connection.run((database) => {
      const { items, itemChunks, files, projects } = database;
      const tables = [items, itemChunks, files, projects];
      // Dexie must see an async function to keep the transaction open through its awaits.
      return database.transaction('rw', tables, async () => task(database));
    });

  return {
    async add(items, files = []) {
      const [first] = items;
      if (!first) return [];
      const { projectId } = first;
      const stored = await change(async (database) => {
        await putNew(database, files, first);
        const next = await nextOrdinal(database, projectId);
        const placed = items.map((item, index) => ({ ...item, ordinal: next + index }));
        await writeItems(database, placed);
        await bumpSummary(database, projectId, placed);
        return placed;
      });
      changes.announce({ kind: 'items', projectId });
      return stored;
    },
    count: (projectId) => connection.run((database) => nextOrdinal(database, projectId)),
    get: (id) => connection.run(async (database) => (await findItems(database, [id]))[0]),
    getMany: (ids) => connection.run((database) => findItems(database, ids)),
    range: (projectId, from, to) =>
      connection.run((database) => readRange(database, projectId, [from, to])),
    async *hashes(projectId) {
      const total = await connection.run((database) => nextOrdinal(database, projectId));
      for (let from = 0; from < total; from += HASHES_AT_ONCE) {
        const stretch = [from, from + HASHES_AT_ONCE] as const;
        yield await connection.run((database) => readHashes(database, projectId, stretch));
      }
    },
    async removeImport(projectId, importId) {
      await change(async (database) => {
        await database.items.where('importId').equals(importId).delete();
        await database.itemChunks.where('importId').equals(importId).delete();
        await database.files.where('importId').equals(importId).delete();
        await closeGaps(database, projectId);
        await recount(database, projectId);
      });
      changes.announce({ kind: 'items', projectId });
    },
  };
}

const countGiven = (items: readonly Item[]): number =>
  items.filter(({ given }) => given !== null).length;

async function bumpSummary(
  database: TruthDatabase,
  projectId: ProjectId,
  items: readonly Item[],
): Promise<void> {
  const row = await database.projects.get(projectId);
  if (!row) return;
  const { summary } = row;
  const given = summary.given + countGiven(items);
  await database.projects.put({
    ...row,
    summary: { ...summary, items: summary.items + items.length, given },
  });
}

async function recount(database: TruthDatabase, projectId: ProjectId): Promise<void> {
  const row = await database.projects.get(projectId);
  if (!row) return;
  const items = await nextOrdinal(database, projectId);
  let given = 0;
  await rowsOf(database, projectId).each((item) => {
    given += countGiven([item]);
  });
  await chunksOf(database, projectId).each(({ packed }) => {
    given += packed.given?.at.filter((at) => at > 0).length ?? 0;
  });
  await database.projects.put({ ...row, summary: { ...row.summary, items, given } });
}
