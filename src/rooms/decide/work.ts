import type { ItemId } from '../../domain/records.ts';

/** Items that a person decides about one after the other, and the one it is at. */
export interface Work {
  readonly itemIds: readonly ItemId[];
  /** Position in them; the list may be long, and is never copied. */
  readonly at: number;
}
