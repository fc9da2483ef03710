import type { Item, ProjectId } from '../domain/records.ts';
import type { ItemStore } from './api.ts';
import type { Changes } from './changes.ts';
import type { Connection } from './connection.ts';
import type { TruthDatabase } from './database.ts';
import { putNew } from './files.ts';

export function createItemStore(
  connection: Connection<TruthDatabase>,
  changes: Changes,
): ItemStore {
  const countOf = (database: TruthDatabase, projectId: ProjectId): PromiseLike<number> =>
    database.items
      .where('[projectId+ordinal]')
      .between([projectId, 0], [projectId, Infinity])
      .count();

  return {
    async add(items, files = []) {
      const [first] = items;
      if (!first) return [];
      const stored = await connection.run((database) =>
        database.transaction(
          'rw',
          [database.items, database.files, database.projects],
          async () => {
            await putNew(database, files, first);
            const next = await nextOrdinal(database, first.projectId);
            const placed = items.map((item, index) => ({ ...item, ordinal: next + index }));
            await database.items.bulkAdd(placed);
            await bumpSummary(database, first.projectId, placed);
            return placed;
          },
        ),
      );
      changes.announce({ kind: 'items', projectId: first.projectId });
      return stored;
    },
    count: (projectId) => connection.run((database) => countOf(database, projectId)),
    get: (id) => connection.run((database) => database.items.get(id)),
    getMany: (ids) => connection.run((database) => database.items.bulkGet([...ids])),
    range: (projectId, from, to) =>
      connection.run((database) =>
        database.items
          .where('[projectId+ordinal]')
          .between([projectId, from], [projectId, to], true, false)
          .toArray(),
      ),
    async knownHashes(projectId, hashes) {
      const keys = await connection.run((database) =>
        database.items
          .where('[projectId+hash]')
          .anyOf(hashes.map((hash) => [projectId, hash]))
          .keys(),
      );
      return new Set(keys.map((key) => (key as unknown as [string, string])[1]));
    },
    async removeImport(projectId, importId) {
      await connection.run((database) =>
        database.transaction(
          'rw',
          [database.items, database.files, database.projects],
          async () => {
            await database.items.where('importId').equals(importId).delete();
            await database.files.where('importId').equals(importId).delete();
            await closeGaps(database, projectId);
            await recount(database, projectId);
          },
        ),
      );
      changes.announce({ kind: 'items', projectId });
    },
  };
}

async function nextOrdinal(database: TruthDatabase, projectId: ProjectId): Promise<number> {
  const [last] = await database.items
    .where('[projectId+ordinal]')
    .between([projectId, 0], [projectId, Infinity])
    .reverse()
    .limit(1)
    .keys();
  return last === undefined ? 0 : (last as unknown as [string, number])[1] + 1;
}

/** Items that came in beside an import that was taken back move up: ordinals stay gapless. */
async function closeGaps(database: TruthDatabase, projectId: ProjectId): Promise<void> {
  const all = database.items
    .where('[projectId+ordinal]')
    .between([projectId, 0], [projectId, Infinity]);
  const [count, next] = [await all.count(), await nextOrdinal(database, projectId)];
  if (next === count) return;
  const ids = await all.primaryKeys();
  for (const [ordinal, id] of ids.entries()) await database.items.update(id, { ordinal });
}

async function bumpSummary(
  database: TruthDatabase,
  projectId: ProjectId,
  items: readonly Item[],
): Promise<void> {
  const row = await database.projects.get(projectId);
  if (!row) return;
  const { summary } = row;
  const given = summary.given + items.filter((item) => item.given !== null).length;
  await database.projects.put({
    ...row,
    summary: { ...summary, items: summary.items + items.length, given },
  });
}

async function recount(database: TruthDatabase, projectId: ProjectId): Promise<void> {
  const row = await database.projects.get(projectId);
  if (!row) return;
  let items = 0;
  let given = 0;
  await database.items
    .where('[projectId+ordinal]')
    .between([projectId, 0], [projectId, Infinity])
    .each((item) => {
      items += 1;
      if (item.given !== null) given += 1;
    });
  await database.projects.put({ ...row, summary: { ...row.summary, items, given } });
}
