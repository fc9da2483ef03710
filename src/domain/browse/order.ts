/** The order in which matching rows are shown. Pure. */
import type { LabelColumns, ScoreColumns } from './columns.ts';
import type { BrowseSort } from './filter.ts';

export interface OrderInput {
  /** Ascending. */
  readonly rows: Uint32Array;
  readonly sort: BrowseSort;
  readonly isReversed: boolean;
  readonly columns: LabelColumns;
  readonly scores: ScoreColumns | null;
}

/**
 * A copy of the rows, sorted: by what is asked for, then by the order of the file. Rows without that
 * score come last, reversed or not.
 */
export function orderRows({ rows, sort, isReversed, columns, scores }: OrderInput): Uint32Array {
  const sorted = rows.slice();
  if (sort === 'file') return isReversed ? sorted.reverse() : sorted;
  const key = keyOf(sort, columns, scores);
  const sign = isReversed ? -1 : 1;
  return sorted.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (Number.isNaN(x) || Number.isNaN(y))
      return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return sign * (x - y) || a - b;
  });
}

/** Ascending is the order that is asked for; NaN = has none. */
function keyOf(
  sort: Exclude<BrowseSort, 'file'>,
  { at }: LabelColumns,
  scores: ScoreColumns | null,
): (row: number) => number {
  if (sort === 'newest') return (row) => (at[row] ? -(at[row] as number) : Number.NaN);
  if (!scores) return () => Number.NaN;
  const { probability, margin, ofLabel } = scores;
  if (sort === 'probability') return (row) => -(probability[row] ?? Number.NaN);
  const column = sort === 'margin' ? margin : ofLabel;
  return (row) => column[row] ?? Number.NaN;
}
