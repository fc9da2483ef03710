/** Open rows of the group that questions are steered to (`domain/focus.ts`). */
import type { Focus } from '../../../src/domain/focus.ts';
import { createRng, deriveSeed, shuffled } from '../../../src/domain/math/rng.ts';
import type { ItemId } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { inGroup } from '../oversight/slices.ts';
import { cellsOf } from './oversight-session.ts';

/** Open items whose cells are read: of more, a sample by seed stands for them. */
const MOST_READ = 2_000;
const READ_AT_ONCE = 500;

export interface FocusInput {
  readonly focus: Focus | null;
  readonly candidates: Int32Array;
  /** Item of each row. */
  readonly ids: readonly ItemId[];
  readonly seed: number;
}

/** Rows of the group among the candidates; none without a focus. What was read of an item is kept. */
export type FocusReader = (input: FocusInput) => Promise<Int32Array>;

export function createFocusReader(storage: Pick<Storage, 'items'>): FocusReader {
  let field: string | null = null;
  let order: readonly number[] = [];
  const known = new Map<ItemId, string>();

  async function readCells(wanted: string, ids: readonly ItemId[]): Promise<void> {
    const unknown = ids.filter((id) => !known.has(id));
    for (let at = 0; at < unknown.length; at += READ_AT_ONCE) {
      const part = unknown.slice(at, at + READ_AT_ONCE);
      const items = await storage.items.getMany(part);
      part.forEach((id, i) => {
        const item = items[i];
        known.set(id, (item && cellsOf(item)[wanted]) ?? '');
      });
    }
  }

  return async ({ focus, candidates, ids, seed }) => {
    if (!focus) return new Int32Array(0);
    if (focus.field !== field) known.clear();
    field = focus.field;
    if (order.length !== ids.length)
      order = shuffled([...ids.keys()], createRng(deriveSeed(seed, 'focus-rows')));
    const open = new Set(candidates);
    const rows = order.filter((row) => open.has(row)).slice(0, MOST_READ);
    const own = rows.map((row) => ids[row] as ItemId);
    await readCells(focus.field, own);
    const isIn = inGroup(
      own.map((id) => known.get(id) ?? ''),
      focus,
    );
    return Int32Array.from(rows.filter((_, i) => isIn[i]));
  };
}
