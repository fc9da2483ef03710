/** A stretch of a project's items in one row of the database. */
import type { ImportId, Item, ItemId, ProjectId } from '../../domain/records.ts';
import { type PackedItems, packItems, unpackItem } from './pack.ts';

/** Small enough that reading one item for the screen costs well under a millisecond. */
export const CHUNK_ITEMS = 128;
/** Fewer are rows of their own, as what a camera takes. */
export const LEAST_ITEMS = 32;

export interface ItemChunk {
  /** Ids ascend within a chunk, and no two chunks overlap: an id leads to its chunk. */
  readonly firstId: ItemId;
  readonly lastId: ItemId;
  readonly projectId: ProjectId;
  readonly importId: ImportId;
  /** Place of its first item, and how many follow each other from there. */
  readonly ordinal: number;
  readonly count: number;
  readonly packed: PackedItems;
}

export function toChunk(items: readonly Item[]): ItemChunk {
  const [first, last] = [items[0] as Item, items.at(-1) as Item];
  const { projectId, importId, ordinal } = first;
  return {
    firstId: first.id,
    lastId: last.id,
    projectId,
    importId,
    ordinal,
    count: items.length,
    packed: packItems(items),
  };
}

export function itemAt(chunk: ItemChunk, index: number): Item {
  const { projectId, importId, ordinal, packed } = chunk;
  return { ...unpackItem(packed, index), projectId, importId, ordinal: ordinal + index };
}

export function itemOf(chunk: ItemChunk, id: ItemId): Item | undefined {
  const index = chunk.packed.ids.indexOf(id);
  return index < 0 ? undefined : itemAt(chunk, index);
}

/** Those with a place in [from, to). */
export function itemsWithin(chunk: ItemChunk, from: number, to: number): Item[] {
  const start = Math.max(0, from - chunk.ordinal);
  const end = Math.min(chunk.count, to - chunk.ordinal);
  const items: Item[] = [];
  for (let index = start; index < end; index++) items.push(itemAt(chunk, index));
  return items;
}

/** Stretches that may be chunks: of one import, ids ascending; what is left over are rows. */
export function cutIntoStretches(items: readonly Item[]): {
  readonly stretches: readonly (readonly Item[])[];
  readonly rows: readonly Item[];
} {
  const stretches: Item[][] = [];
  for (const item of items) {
    const stretch = stretches.at(-1);
    const last = stretch?.at(-1);
    const follows = last && last.id < item.id && last.importId === item.importId;
    if (stretch && follows && stretch.length < CHUNK_ITEMS) stretch.push(item);
    else stretches.push([item]);
  }
  const isLong = (stretch: readonly Item[]): boolean => stretch.length >= LEAST_ITEMS;
  return {
    stretches: stretches.filter(isLong),
    rows: stretches.filter((stretch) => !isLong(stretch)).flat(),
  };
}
