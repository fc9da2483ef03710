/** All sets of up to so many columns, and for each the cells that its items fall into. */

export interface ColumnSet {
  readonly columns: readonly number[];
  /** Cell of each item, numbered from 0. */
  readonly codes: Int32Array;
  /** Items of each cell. */
  readonly totals: Int32Array;
}

/** Beyond these numbers of columns sets of three, and of two, would be too many to go through. */
const MOST_FOR_THREE = 10;
const MOST_FOR_TWO = 20;

/** `columns`: value of each item as a whole number >= 0, [columns][items]. `order`: 1, 2 or 3. */
export function columnSets(
  columns: readonly ArrayLike<number>[],
  order: number,
): readonly ColumnSet[] {
  const count = columns.length;
  const most = count <= MOST_FOR_THREE ? 3 : count <= MOST_FOR_TWO ? 2 : 1;
  return choices(count, Math.min(order, most)).map((own) => cellsOf(columns, own));
}

function choices(count: number, order: number): readonly (readonly number[])[] {
  let sets: number[][] = Array.from({ length: count }, (_, i) => [i]);
  const all = [...sets];
  for (let size = 2; size <= order; size++) {
    sets = sets.flatMap((set) =>
      Array.from({ length: count - 1 - (set.at(-1) ?? 0) }, (_, i) => [
        ...set,
        (set.at(-1) ?? 0) + 1 + i,
      ]),
    );
    all.push(...sets);
  }
  return all;
}

function cellsOf(columns: readonly ArrayLike<number>[], own: readonly number[]): ColumnSet {
  const items = columns[0]?.length ?? 0;
  const codes = new Int32Array(items);
  const cells = new Map<number, number>();
  const totals: number[] = [];
  for (let i = 0; i < items; i++) {
    // Values are small: three of them fit one number without meeting another three.
    const key = own.reduce((sum, c) => sum * 4_096 + (columns[c]?.[i] ?? 0), 0);
    const cell = cells.get(key) ?? cells.size;
    cells.set(key, cell);
    codes[i] = cell;
    totals[cell] = (totals[cell] ?? 0) + 1;
  }
  return { columns: own, codes, totals: Int32Array.from(totals) };
}
