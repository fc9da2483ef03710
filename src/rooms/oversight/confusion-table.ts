/** The confusion matrix as it is drawn. Pure. */
import type { ConfusionCell, ConfusionReport } from '../../../workers/api.ts';
import type { ClassId } from '../../domain/records.ts';

/** Classes that occur, on either side, in the order of the project. */
export function occurring(
  { cells }: Pick<ConfusionReport, 'cells'>,
  order: readonly ClassId[],
): readonly ClassId[] {
  const found = new Set(cells.flatMap(({ truth, said }) => [truth, said]));
  return order.filter((id) => found.has(id));
}

export interface Mistake {
  readonly cell: ConfusionCell;
  /** Random checks of the class that it is. */
  readonly all: number;
}

/** Cells off the diagonal, most items first. */
export function mistakes({ cells }: Pick<ConfusionReport, 'cells'>): readonly Mistake[] {
  return cells
    .filter(({ truth, said }) => truth !== said)
    .map((cell) => ({ cell, all: countOf(cells, cell.truth) }));
}

export function countOf(cells: readonly ConfusionCell[], truth: ClassId): number {
  return cells
    .filter((cell) => cell.truth === truth)
    .reduce((sum, { itemIds }) => sum + itemIds.length, 0);
}
