/** Opens the store. The only folder that imports Dexie; works in tabs and in workers. */
import type { DeviceStore, Storage, StorageUse } from './api.ts';
import { createCacheStore } from './caches.ts';
import { openChanges } from './changes.ts';
import { createCheckpointStore } from './checkpoints.ts';
import { type Connection, connect } from './connection.ts';
import { CacheDatabase, TruthDatabase } from './database.ts';
import { createEventStore } from './events.ts';
import { createFileStore } from './files.ts';
import { createItemStore } from './items/store.ts';
import { migrations } from './migrations/index.ts';
import { createProjectStore } from './projects.ts';

export const DATABASE_NAME = 'hone';

export interface StorageOptions {
  /** Another name keeps tests apart from each other. */
  readonly name?: string;
}

/** Rejects with a `StorageError` ('newer-schema' when a newer Hone wrote the data). */
export async function openStorage({ name = DATABASE_NAME }: StorageOptions = {}): Promise<Storage> {
  const truth = connect(() => new TruthDatabase(name), migrations.length);
  const caches = connect(() => new CacheDatabase(`${name}-cache`), 1);
  const changes = openChanges(name);
  await truth.run(async (database) => database.verno); // Opens it: a newer schema shows here.
  return {
    events: createEventStore(truth, changes),
    items: createItemStore(truth, changes),
    files: createFileStore(truth),
    projects: createProjectStore({ truth, caches, changes }),
    checkpoints: createCheckpointStore(truth, changes),
    caches: createCacheStore(caches, changes),
    device: createDeviceStore(truth),
    subscribe: changes.subscribe,
    use: readUse,
    requestPersistence: askForPersistence,
    close() {
      changes.close();
      truth.close();
      caches.close();
    },
  };
}

function createDeviceStore(connection: Connection<TruthDatabase>): DeviceStore {
  return {
    async get<T>(key: string): Promise<T | undefined> {
      const row = await connection.run((database) => database.device.get(key));
      return row?.value as T | undefined;
    },
    set: async (key, value) => {
      await connection.run((database) => database.device.put({ key, value }));
    },
  };
}

/** Only a page may ask; in a worker the answer is no. */
async function askForPersistence(): Promise<boolean> {
  const manager = navigator.storage as
    | (StorageManager & { persist?: () => Promise<boolean> })
    | undefined;
  return (await manager?.persist?.()) ?? false;
}

async function readUse(): Promise<StorageUse> {
  const estimate = await navigator.storage?.estimate?.();
  return {
    usedBytes: estimate?.usage ?? 0,
    quotaBytes: estimate?.quota ?? 0,
    persistent: (await navigator.storage?.persisted?.()) ?? false,
  };
}
