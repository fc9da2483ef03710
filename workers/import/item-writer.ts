/**
 * Collects items, drops duplicates by content hash, and writes them in batches: one is on its way to
 * the disk while the next is read.
 */
import type { Item, ProjectId } from '../../src/domain/records.ts';
import type { Storage } from '../../src/storage/api.ts';

const BATCH = 1_000;

export interface ItemWriter {
  take(item: Omit<Item, 'ordinal'>): void;
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
  let ordinal = await storage.items.count(projectId);
  // A project that was empty holds only what this import wrote, and `seen` knows that.
  const mustCompare = options.duplicates === 'skip' && ordinal > 0;
  let waiting: Omit<Item, 'ordinal'>[] = [];
  let added = 0;
  let duplicates = 0;
  let onItsWay = Promise.resolve();

  const write = async (batch: readonly Omit<Item, 'ordinal'>[]): Promise<void> => {
    const hashes = batch.map((item) => item.hash);
    const known = mustCompare ? await storage.items.knownHashes(projectId, hashes) : new Set();
    const fresh = batch.filter((item) => !known.has(item.hash));
    duplicates += batch.length - fresh.length;
    await storage.items.add(fresh.map((item, index) => ({ ...item, ordinal: ordinal + index })));
    ordinal += fresh.length;
    added += fresh.length;
  };

  return {
    take(item) {
      if (options.duplicates === 'skip') {
        if (seen.has(item.hash)) {
          duplicates += 1;
          return;
        }
        seen.add(item.hash);
      }
      waiting.push(item);
    },
    async flush(isEnd) {
      while (waiting.length >= BATCH || (isEnd && waiting.length > 0)) {
        const batch = waiting.slice(0, BATCH);
        waiting = waiting.slice(BATCH);
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
