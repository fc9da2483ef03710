/**
 * Answers with the weights that a person asked for (`settings.reweighing`): group and class are then
 * independent among what is learned. A function of the standing answers and their items alone, so
 * that the model without it is exactly the one that never had it.
 */
import { reweigh } from '../../../src/domain/oversight/reweighing.ts';
import type { ItemId } from '../../../src/domain/records.ts';
import { type ProjectState, resolveClass } from '../../../src/domain/state.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { slice } from '../oversight/slices.ts';
import type { RowLabels } from './labels.ts';
import { cellsOf } from './oversight-session.ts';

const READ_AT_ONCE = 500;

export interface WeighInput {
  readonly labels: RowLabels;
  readonly state: ProjectState;
  /** Item of each row. */
  readonly ids: readonly ItemId[];
}

/** Labels as they are where nothing is reweighed. What was read of an item is kept. */
export type Reweigher = (input: WeighInput) => Promise<RowLabels>;

export function createReweigher(storage: Pick<Storage, 'items'>): Reweigher {
  let field: string | null = null;
  const known = new Map<ItemId, string>();

  async function readCells(wanted: string, ids: readonly ItemId[]): Promise<void> {
    if (wanted !== field) known.clear();
    field = wanted;
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

  return async ({ labels, state, ids }) => {
    const { reweighing } = state.project.settings;
    if (!reweighing) return labels;
    const { training } = labels;
    const own = training.map(({ row }) => ids[row] as ItemId);
    await readCells(reweighing.field, own);
    const cells = own.map((id) => known.get(id) ?? '');
    const c = labels.classIds.indexOf(resolveClass(state.project, reweighing.classId));
    const weights = weightsFor({ training, cells, field: reweighing.field, c });
    return { ...labels, training: training.map((one, i) => ({ ...one, weight: weights[i] ?? 1 })) };
  };
}

export interface Weighed {
  readonly training: RowLabels['training'];
  /** Of the column or field, one for each label. */
  readonly cells: readonly string[];
  readonly field: string;
  /** Index of the class in question; -1 where it is gone, and every weight is 1. */
  readonly c: number;
}

export function weightsFor({ training, cells, field, c }: Weighed): readonly number[] {
  const { groups } = slice(cells, cells, field);
  return reweigh(
    training.map(({ classes }, i) => ({ group: groups[i] ?? '', isClass: classes.includes(c) })),
  );
}
