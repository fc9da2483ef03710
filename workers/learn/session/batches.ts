/** How much is read into memory at once: bounded by the number of items and by how long they last. */
import type { ItemContent } from '../../../src/domain/records.ts';

export interface Bounds {
  readonly rows: number;
  readonly ms: number;
}

interface Lasting {
  readonly content: ItemContent;
}

/** Milliseconds of sound that reading a content brings into memory: its own and those it is patched with. */
export function durationOf(content: ItemContent): number {
  if (content.kind !== 'sound') return 0;
  const donors = (content.patches ?? []).filter(({ fill }) => fill.kind === 'item').length;
  return content.durationMs * (1 + donors);
}

/** The same items in the same order, in batches within the bounds; one that exceeds them is alone. */
export function batchesOf<T extends Lasting>(
  items: readonly T[],
  most: Bounds,
): readonly (readonly T[])[] {
  const batches: T[][] = [];
  let batch: T[] = [];
  let ms = 0;
  for (const item of items) {
    const own = durationOf(item.content);
    if (batch.length > 0 && (batch.length >= most.rows || ms + own > most.ms)) {
      batches.push(batch);
      batch = [];
      ms = 0;
    }
    batch.push(item);
    ms += own;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

export interface Sample<T> {
  readonly items: readonly T[];
  /** True when only a stretch of each is learned from: whole they would not fit into memory. */
  readonly isCut: boolean;
}

/** The first of the items, whole if all of them are within the bounds, else a stretch of each. */
export function sampleWithin<T extends Lasting>(
  items: readonly T[],
  most: Bounds & { readonly stretchMs: number },
): Sample<T> {
  const first = items.slice(0, most.rows);
  const total = first.reduce((sum, { content }) => sum + durationOf(content), 0);
  if (total <= most.ms) return { items: first, isCut: false };
  const lengths = first.map(({ content }) => Math.min(durationOf(content), most.stretchMs));
  let ms = 0;
  const end = lengths.findIndex((length, i) => {
    ms += length;
    return i > 0 && ms > most.ms;
  });
  return { items: end < 0 ? first : first.slice(0, end), isCut: true };
}
