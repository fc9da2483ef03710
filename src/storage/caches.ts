import type { ProjectId } from '../domain/records.ts';
import type { CacheStore } from './api.ts';
import type { Changes } from './changes.ts';
import type { Connection } from './connection.ts';
import type { CacheDatabase } from './database.ts';

/** Written by the learner when there is something new for other tabs to follow. */
const FOLLOWED_KEYS: ReadonlySet<string> = new Set(['status', 'live']);

export function createCacheStore(
  connection: Connection<CacheDatabase>,
  changes: Changes,
): CacheStore {
  const announce = (projectId: ProjectId, keys: readonly string[]): void => {
    if (keys.some((key) => FOLLOWED_KEYS.has(key))) changes.announce({ kind: 'model', projectId });
  };
  return {
    async get<T>(projectId: ProjectId, key: string): Promise<T | undefined> {
      const row = await connection.run((database) => database.entries.get([projectId, key]));
      return row?.value as T | undefined;
    },
    async set(projectId, key, value) {
      await connection.run((database) => database.entries.put({ projectId, key, value }));
      announce(projectId, [key]);
    },
    async setMany(projectId, entries) {
      const rows = Object.entries(entries).map(([key, value]) => ({ projectId, key, value }));
      await connection.run((database) => database.entries.bulkPut(rows));
      announce(projectId, Object.keys(entries));
    },
    async clear(projectId) {
      await connection.run((database) =>
        database.entries.where('projectId').equals(projectId).delete(),
      );
    },
  };
}
