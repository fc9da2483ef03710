/**
 * Collects items, drops duplicates by content hash, and writes them in batches: one is on its way to
 * the disk while the next is read.
 */
import type { Item, ProjectId } from '../../src/domain/records.ts';
import type { Storage, StoredFile } from '../../src/storage/api.ts';
import { createHashSet } from './hash-set.ts';

/** A multiple of what lies in one chunk on the disk. */
const BATCH = 1_024;
/** Items with pictures or sounds: memory counts more than transactions. */
const FILE_BATCH = 50;

interface Waiting {
  readonly item: Omit<Item, 'ordinal'>;
  readonly files: readonly StoredFile[];
  readonly caches: Readonly<Record<string, unknown>>;
}

export interface ItemWriter {
  /** With the files it names: both are written in one transaction. What can be made again, after it. */
  take(
    item: Omit<Item, 'ordinal'>,
    files?: readonly StoredFile[],
    caches?: Readonly<Record<string, unknown>>,
  ): void;
  /** Writes what is full; call between slices. A failed write is told by the next call. */
  flush(isEnd: boolean): Promise<void>;
  readonly added: () => number;
  readonly duplicates: () => number;
}

export interface WriterOptions {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly duplicates: 'skip' | 'keep';
}

/** When it returns or throws, nothing is being written any more. */
export async function withItemWriter<R>(
  options: WriterOptions,
  use: (writer: ItemWriter) => Promise<R>,
): Promise<R> {
  const writer = await createItemWriter(options);
  try {
    return await use(writer);
  } finally {
    await writer.settle();
  }
}

async function createItemWriter(
  options: WriterOptions,
): Promise<ItemWriter & { settle(): Promise<void> }> {
  const { storage, projectId } = options;
  const seen = createHashSet();
  if (options.duplicates === 'skip') {
    for await (const hashes of storage.items.hashes(projectId))
      for (const hash of hashes) seen.add(hash);
  }
  let waiting: Waiting[] = [];
  let added = 0;
  let duplicates = 0;
  let onItsWay = Promise.resolve();
  let hasFiles = false;

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    await storage.items.add(
      batch.map(({ item }) => item),
      batch.flatMap(({ files }) => files),
    );
    added += batch.length;
    const caches = Object.assign({}, ...batch.map((one) => one.caches)) as Record<string, unknown>;
    if (Object.keys(caches).length === 0) return;
    // A copy that finds no room is made when it is asked for; the items are safe.
    await storage.caches.setMany(projectId, caches).catch(() => undefined);
  };

  return {
    take(item, files = [], caches = {}) {
      if (options.duplicates === 'skip' && !seen.add(item.hash)) {
        duplicates += 1;
        return;
      }
      waiting.push({ item, files, caches });
      if (files.length > 0) hasFiles = true;
    },
    async flush(isEnd) {
      const size = hasFiles ? FILE_BATCH : BATCH;
      while (waiting.length >= size || (isEnd && waiting.length > 0)) {
        const batch = waiting.slice(0, size);
        waiting = waiting.slice(size);
        await onItsWay;
        onItsWay = write(batch);
        onItsWay.catch(() => undefined); // Whoever flushes or settles next is told.
      }
      if (isEnd) await onItsWay;
    },
    async settle() {
      await onItsWay.catch(() => undefined);
    },
    added: () => added,
    duplicates: () => duplicates,
  };
}
