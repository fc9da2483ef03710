/** A file can have thousands of columns; a page cannot. Pure. */
import type { PreviewColumn } from '../../../workers/api.ts';

export const MAX_COLUMNS_SHOWN = 40;

export interface ColumnsShown {
  readonly shown: readonly PreviewColumn[];
  /** How many match but are not shown. */
  readonly hidden: number;
}

/** Columns whose name contains `find`, those that matter (text, id, labels) first beyond the limit. */
export function columnsShown(
  columns: readonly PreviewColumn[],
  find: string,
  isImportant: (column: PreviewColumn) => boolean,
): ColumnsShown {
  const wanted = find.trim().toLowerCase();
  const matching = columns.filter((column) => column.name.toLowerCase().includes(wanted));
  if (matching.length <= MAX_COLUMNS_SHOWN) return { shown: matching, hidden: 0 };
  const first = matching.filter(isImportant);
  const rest = matching.filter((column) => !isImportant(column));
  const shown = [...first, ...rest].slice(0, MAX_COLUMNS_SHOWN);
  return { shown, hidden: matching.length - shown.length };
}
