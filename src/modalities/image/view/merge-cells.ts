/** Painted cells as few rectangles: runs along each row, joined downwards where they are alike. */
import type { Region } from '../../../domain/records.ts';
import type { PatchGrid } from '../patches.ts';

interface Block {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  bottom: number;
}

export function mergeCells(cells: ReadonlySet<number>, grid: PatchGrid): readonly Region[] {
  const blocks: Block[] = [];
  for (let row = 0; row < grid.rows; row++) {
    for (const { left, right } of runsOf(cells, grid, row)) {
      const above = blocks.find(
        (one) => one.left === left && one.right === right && one.bottom === row,
      );
      if (above) above.bottom = row + 1;
      else blocks.push({ left, right, top: row, bottom: row + 1 });
    }
  }
  return blocks.map(({ left, right, top, bottom }) => ({
    x: left / grid.columns,
    y: top / grid.rows,
    width: (right - left) / grid.columns,
    height: (bottom - top) / grid.rows,
  }));
}

function runsOf(
  cells: ReadonlySet<number>,
  { columns }: PatchGrid,
  row: number,
): readonly { readonly left: number; readonly right: number }[] {
  const runs: { left: number; right: number }[] = [];
  for (let column = 0; column < columns; column++) {
    if (!cells.has(row * columns + column)) continue;
    const last = runs.at(-1);
    if (last?.right === column) last.right = column + 1;
    else runs.push({ left: column, right: column + 1 });
  }
  return runs;
}
