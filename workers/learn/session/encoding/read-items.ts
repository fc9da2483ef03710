import type { Item, ProjectId } from '../../../../src/domain/records.ts';
import type { Storage } from '../../../../src/storage/api.ts';

/** A multiple of what lies in one chunk on the disk. */
const READ_ROWS = 1_024;

interface From {
  readonly storage: Pick<Storage, 'items'>;
  readonly projectId: ProjectId;
}

/** Items with a place in [from, to), a batch at a time. */
export async function* itemBatches(
  { storage, projectId }: From,
  from: number,
  to: number,
): AsyncGenerator<readonly Item[]> {
  for (let start = from; start < to; start += READ_ROWS)
    yield await storage.items.range(projectId, start, Math.min(start + READ_ROWS, to));
}

export async function readItems(source: From, from: number, to: number): Promise<Item[]> {
  const items: Item[] = [];
  for await (const batch of itemBatches(source, from, to))
    for (const item of batch) items.push(item);
  return items;
}

/** The items at these places (ascending); all others are read over. */
export async function readItemsAt(
  source: From,
  ordinals: ArrayLike<number>,
  onProgress: (fraction: number) => void = () => undefined,
): Promise<Item[]> {
  const items: Item[] = [];
  const last = ordinals[ordinals.length - 1] ?? -1;
  let next = 0;
  for await (const batch of itemBatches(source, ordinals[0] ?? 0, last + 1)) {
    for (const item of batch) {
      if (item.ordinal !== ordinals[next]) continue;
      items.push(item);
      next += 1;
    }
    onProgress(next / ordinals.length);
  }
  return items;
}
