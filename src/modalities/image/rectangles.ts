/** All rectangles of whole cells of a grid, and sums over them. */
import type { Region } from '../../domain/records.ts';
import type { PatchGrid } from './patches.ts';

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/** Smallest first, then from the upper left; none larger than `most` cells. */
export function rectanglesOf(grid: PatchGrid, most: number): readonly Rectangle[] {
  const found: Rectangle[] = [];
  for (let rows = 1; rows <= grid.rows; rows++)
    for (let columns = 1; columns <= grid.columns && rows * columns <= most; columns++)
      for (let top = 0; top + rows <= grid.rows; top++)
        for (let left = 0; left + columns <= grid.columns; left++)
          found.push({ left, top, columns, rows });
  // Sorting is stable; among equal areas the squarest first, since thin stripes explain little.
  return found.sort(
    (a, b) => areaOf(a) - areaOf(b) || Math.abs(a.rows - a.columns) - Math.abs(b.rows - b.columns),
  );
}

export function areaOf({ columns, rows }: Rectangle): number {
  return columns * rows;
}

export function regionOf({ left, top, columns, rows }: Rectangle, grid: PatchGrid): Region {
  return {
    x: left / grid.columns,
    y: top / grid.rows,
    width: columns / grid.columns,
    height: rows / grid.rows,
  };
}

/** Sums over rectangles in constant time (Crow 1984): one table per class, [(rows + 1) x (columns + 1)]. */
export function createSums(
  values: Float64Array,
  grid: PatchGrid,
  classes: number,
): (rectangle: Rectangle) => Float64Array {
  const width = grid.columns + 1;
  const table = new Float64Array(width * (grid.rows + 1) * classes);
  const at = (row: number, column: number, c: number): number =>
    table[(row * width + column) * classes + c] as number;
  for (let row = 0; row < grid.rows; row++)
    for (let column = 0; column < grid.columns; column++)
      for (let c = 0; c < classes; c++)
        table[((row + 1) * width + column + 1) * classes + c] =
          (values[(row * grid.columns + column) * classes + c] as number) +
          at(row, column + 1, c) +
          at(row + 1, column, c) -
          at(row, column, c);
  return ({ left, top, columns, rows }) =>
    Float64Array.from(
      { length: classes },
      (_, c) =>
        at(top + rows, left + columns, c) -
        at(top, left + columns, c) -
        at(top + rows, left, c) +
        at(top, left, c),
    );
}

/** Area in common as a share of the area of both, in [0, 1]. */
export function overlap(a: Region, b: Region): number {
  const along = (startA: number, sizeA: number, startB: number, sizeB: number): number =>
    Math.max(0, Math.min(startA + sizeA, startB + sizeB) - Math.max(startA, startB));
  const both = along(a.x, a.width, b.x, b.width) * along(a.y, a.height, b.y, b.height);
  const union = a.width * a.height + b.width * b.height - both;
  return union > 0 ? both / union : 0;
}
