/**
 * Collects items, drops duplicates by content hash, and writes them in batches: one is on its way to
 * the disk while the next is read.
 */
import type { Item, ProjectId } from '../../src/domain/records.ts';
import type { Storage, StoredFile } from '../../src/storage/api.ts';

const BATCH = 1_000;
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
  const seen = new Set<string>();
  // A project that was empty holds only what this import wrote, and `seen` knows that.
  const mustCompare = options.duplicates === 'skip' && (await storage.items.count(projectId)) > 0;
  let waiting: Waiting[] = [];
  let added = 0;
  let duplicates = 0;
  let onItsWay = Promise.resolve();
  let hasFiles = false;

  const write = async (batch: readonly Waiting[]): Promise<void> => {
    const hashes = batch.map(({ item }) => item.hash);
    const known = mustCompare ? await storage.items.knownHashes(projectId, hashes) : new Set();
    const fresh = batch.filter(({ item }) => !known.has(item.hash));
    duplicates += batch.length - fresh.length;
    await storage.items.add(
      fresh.map(({ item }) => item),
      fresh.flatMap(({ files }) => files),
    );
    added += fresh.length;
    const caches = Object.assign({}, ...fresh.map((one) => one.caches)) as Record<string, unknown>;
    if (Object.keys(caches).length === 0) return;
    // A copy that finds no room is made when it is asked for; the items are safe.
    await storage.caches.setMany(projectId, caches).catch(() => undefined);
  };

  return {
    take(item, files = [], caches = {}) {
      if (options.duplicates === 'skip') {
        if (seen.has(item.hash)) {
          duplicates += 1;
          return;
        }
        seen.add(item.hash);
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
