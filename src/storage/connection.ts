/**
 * A database that comes back: tablets drop IndexedDB connections after backgrounding. A call that
 * fails for that reason closes, reopens and tries once more.
 */
import type { Dexie } from 'dexie';
import { isConnectionLoss, StorageError, toStorageError } from './storage-error.ts';

export interface Connection<D extends Dexie> {
  /** Runs a task on the open database; every failure is a `StorageError`. */
  run<T>(task: (database: D) => PromiseLike<T>): Promise<T>;
  close(): void;
}

/** `version` is the newest schema this code knows. */
export function connect<D extends Dexie>(create: () => D, version: number): Connection<D> {
  let database = prepare(create());
  let isClosed = false;
  let isOutdated = false;

  function prepare(fresh: D): D {
    // Another tab wants to upgrade: make way, and stop writing with the old schema.
    fresh.on('versionchange', () => {
      isOutdated = true;
      fresh.close();
    });
    return fresh;
  }

  async function open(): Promise<void> {
    await database.open();
    // Dexie opens a newer database as if it were its own (native versions count tenths).
    if (database.backendDB().version / 10 <= version) return;
    isOutdated = true;
    database.close();
    throw toStorageError({ name: 'VersionError' });
  }

  async function reopen(): Promise<void> {
    database.close();
    database = prepare(create());
    await open();
  }

  return {
    async run(task) {
      if (isClosed)
        throw new StorageError('closed', 'This part of Hone is closed; open the project again.');
      if (isOutdated) throw toStorageError({ name: 'VersionError' });
      try {
        if (!database.isOpen()) await open();
        return await task(database);
      } catch (error) {
        if (!isConnectionLoss(error) || isClosed || isOutdated) throw toStorageError(error);
      }
      try {
        await reopen();
        return await task(database);
      } catch (error) {
        throw toStorageError(error);
      }
    },
    close() {
      isClosed = true;
      database.close();
    },
  };
}
