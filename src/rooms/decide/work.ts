import type { ItemId } from '../../domain/records.ts';

/** The item that a person decides about, and what comes after it. */
export interface Work {
  readonly itemId: ItemId;
  readonly rest: readonly ItemId[];
}
