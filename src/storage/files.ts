/** Stored files (pictures, sounds), by the hash of their bytes; one that is there already stays. */
import type { BlobHash, ImportId, ProjectId } from '../domain/records.ts';
import type { FileStore, StoredFile } from './api.ts';
import type { Connection } from './connection.ts';
import type { TruthDatabase } from './database.ts';

export function createFileStore(connection: Connection<TruthDatabase>): FileStore {
  return {
    async get(projectId, hash) {
      const row = await connection.run((database) => database.files.get([projectId, hash]));
      return row?.blob;
    },
    async hashes(projectId) {
      const keys = await connection.run((database) =>
        database.files.where('projectId').equals(projectId).primaryKeys(),
      );
      return keys.map(([, hash]) => hash as BlobHash);
    },
    add: (files, owner) =>
      connection.run((database) =>
        database.transaction('rw', database.files, () => putNew(database, files, owner)),
      ),
  };
}

export interface FileOwner {
  readonly projectId: ProjectId;
  readonly importId: ImportId;
}

/** Within a transaction that holds `files`. */
export async function putNew(
  database: TruthDatabase,
  files: readonly StoredFile[],
  owner: FileOwner,
): Promise<void> {
  if (files.length === 0) return;
  const unique = [...new Map(files.map((file) => [file.hash, file])).values()];
  const known = await database.files.bulkGet(unique.map(({ hash }) => [owner.projectId, hash]));
  const fresh = unique.filter((_, index) => known[index] === undefined);
  const { projectId, importId } = owner;
  await database.files.bulkAdd(fresh.map((file) => ({ projectId, importId, ...file })));
}
