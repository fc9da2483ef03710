/** Recently used items, so that the next question is painted without a read from the disk. */
import type { Item, ItemId } from '../domain/records.ts';
import type { ItemStore } from '../storage/api.ts';

const CAPACITY = 400;

export interface ItemCache {
  /** The item if it is in memory: it can be shown at once. */
  itemAtHand(id: ItemId): Item | undefined;
  item(id: ItemId): Promise<Item | undefined>;
  items(ids: readonly ItemId[]): Promise<readonly (Item | undefined)[]>;
}

export function createItemCache(store: Pick<ItemStore, 'getMany'>): ItemCache {
  // A Map iterates in insertion order: the first key is the one unused for longest.
  const kept = new Map<ItemId, Item>();
  const keep = (item: Item): void => {
    kept.delete(item.id);
    kept.set(item.id, item);
    if (kept.size <= CAPACITY) return;
    const oldest = kept.keys().next().value;
    if (oldest !== undefined) kept.delete(oldest);
  };
  const items: ItemCache['items'] = async (ids) => {
    const missing = ids.filter((id) => !kept.has(id));
    const found = new Map(ids.map((id) => [id, kept.get(id)]));
    if (missing.length > 0) {
      const read = await store.getMany(missing);
      missing.forEach((id, index) => void found.set(id, read[index]));
    }
    for (const item of found.values()) if (item) keep(item);
    return ids.map((id) => found.get(id));
  };
  return {
    items,
    item: async (id) => (await items([id]))[0],
    itemAtHand: (id) => kept.get(id),
  };
}
