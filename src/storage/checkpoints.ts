import type { CheckpointStore } from './api.ts';
import type { Changes } from './changes.ts';
import type { Connection } from './connection.ts';
import type { TruthDatabase } from './database.ts';

export function createCheckpointStore(
  connection: Connection<TruthDatabase>,
  changes: Changes,
): CheckpointStore {
  const announceOf = async (id: string): Promise<void> => {
    const row = await connection.run((database) => database.checkpoints.get(id));
    if (row) changes.announce({ kind: 'checkpoints', projectId: row.projectId });
  };
  return {
    async save(checkpoint, weights) {
      await connection.run((database) =>
        database.transaction('rw', database.checkpoints, database.weights, async () => {
          await database.checkpoints.put(checkpoint);
          await database.weights.put({ id: checkpoint.id, weights });
        }),
      );
      changes.announce({ kind: 'checkpoints', projectId: checkpoint.projectId });
    },
    list: (projectId) =>
      connection.run((database) =>
        database.checkpoints.where('projectId').equals(projectId).sortBy('createdAt'),
      ),
    weights: async (id) => (await connection.run((database) => database.weights.get(id)))?.weights,
    async rename(id, name) {
      await connection.run((database) => database.checkpoints.update(id, { name }));
      await announceOf(id);
    },
    async remove(id) {
      const row = await connection.run((database) => database.checkpoints.get(id));
      await connection.run((database) =>
        database.transaction('rw', database.checkpoints, database.weights, async () => {
          await database.checkpoints.delete(id);
          await database.weights.delete(id);
        }),
      );
      if (row) changes.announce({ kind: 'checkpoints', projectId: row.projectId });
    },
  };
}
