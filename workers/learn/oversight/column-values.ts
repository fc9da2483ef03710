/** Cells of a column as the samples that a test takes: numbers, or categories. */
import type { ColumnType } from '../../../src/domain/records.ts';
import { dateOrderOf, readDate } from '../../../src/modalities/table/dates.ts';
import { isMissing } from '../../../src/modalities/table/missing.ts';
import { decimalMarkOf, readNumber } from '../../../src/modalities/table/numbers.ts';

/** What lies below is as good as a name for each row: no counts can be compared. */
const FEWEST_REPEATS = 3;

/** Reader of numbers, or null where the cells are categories. */
export function numberReader(
  cells: readonly string[],
  type: ColumnType,
): ((cell: string) => number) | null {
  const known = cells.filter((cell) => !isMissing(cell));
  if (type === 'date') {
    const order = dateOrderOf(known);
    return (cell) => (isMissing(cell) ? Number.NaN : readDate(cell, order));
  }
  if (type !== 'number') return null;
  const mark = decimalMarkOf(known);
  return (cell) => (isMissing(cell) ? Number.NaN : readNumber(cell, mark));
}

/** Whether values repeat often enough to be counted. */
export function isCategory(cells: readonly string[], type: ColumnType): boolean {
  if (type === 'text' || type === 'ignore') return false;
  const known = cells.filter((cell) => !isMissing(cell));
  return known.length >= FEWEST_REPEATS * new Set(known).size && new Set(known).size > 1;
}
