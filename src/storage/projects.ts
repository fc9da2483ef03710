import type { ProjectId } from '../domain/records.ts';
import type { ProjectStore } from './api.ts';
import type { Changes } from './changes.ts';
import type { Connection } from './connection.ts';
import type { CacheDatabase, TruthDatabase } from './database.ts';
import { chunksOf, rowsOf } from './items/places.ts';

export interface ProjectStoreParts {
  readonly truth: Connection<TruthDatabase>;
  readonly caches: Connection<CacheDatabase>;
  readonly changes: Changes;
}

export function createProjectStore({ truth, caches, changes }: ProjectStoreParts): ProjectStore {
  return {
    list: () => truth.run((database) => database.projects.toArray()),
    get: (id) => truth.run((database) => database.projects.get(id)),
    async setSummary(id, patch) {
      await truth.run((database) =>
        database.transaction('rw', database.projects, async () => {
          const row = await database.projects.get(id);
          if (row) await database.projects.put({ ...row, summary: { ...row.summary, ...patch } });
        }),
      );
      changes.announce({ kind: 'project', projectId: id });
    },
    async remove(id) {
      await truth.run((database) => removeTruth(database, id));
      await caches.run((database) => database.entries.where('projectId').equals(id).delete());
      changes.announce({ kind: 'project', projectId: id });
    },
  };
}

function removeTruth(database: TruthDatabase, id: string): PromiseLike<void> {
  const { projects, items, itemChunks, files, events, checkpoints, weights } = database;
  const all = [projects, items, itemChunks, files, events, checkpoints, weights];
  return database.transaction('rw', all, async () => {
    await files.where('projectId').equals(id).delete();
    const ids = await checkpoints.where('projectId').equals(id).primaryKeys();
    await weights.bulkDelete(ids);
    await checkpoints.where('projectId').equals(id).delete();
    await events.where('[projectId+id]').between([id, ''], [id, '\uffff']).delete();
    await rowsOf(database, id as ProjectId).delete();
    await chunksOf(database, id as ProjectId).delete();
    await projects.delete(id);
  });
}
