/** Cells of a grid laid over a picture or a spectrogram, and the regions they make. Pure. */
import type { ImageContent, Region, RegionPatch, SoundContent } from '../../domain/records.ts';

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** The grid that these regions fill, cell by cell: whoever explains chooses it, and says it so. */
export function gridOf(regions: readonly Region[]): Grid {
  const { width = 1, height = 1 } = regions[0] ?? {};
  const count = (size: number): number => Math.max(1, Math.round(1 / size));
  return { columns: count(width), rows: count(height) };
}

interface Block {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  bottom: number;
}

/** As few rectangles: runs along each row, joined downwards where they are alike. */
export function regionsOf(cells: ReadonlySet<number>, grid: Grid): readonly Region[] {
  const blocks: Block[] = [];
  for (let row = 0; row < grid.rows; row++) {
    for (const { left, right } of runsIn(cells, grid, row)) {
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

function runsIn(
  cells: ReadonlySet<number>,
  { columns }: Grid,
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

/** Cells whose middle lies in one of the regions. */
export function cellsIn(regions: readonly Region[], { columns, rows }: Grid): ReadonlySet<number> {
  const cells = Array.from({ length: columns * rows }, (_, cell) => cell);
  return new Set(
    cells.filter((cell) => {
      const x = ((cell % columns) + 0.5) / columns;
      const y = (Math.floor(cell / columns) + 0.5) / rows;
      return regions.some(
        (one) => x >= one.x && x < one.x + one.width && y >= one.y && y < one.y + one.height,
      );
    }),
  );
}

/** Where a key leads, or null for keys that lead nowhere. */
export function moved(from: number, key: string, { columns, rows }: Grid): number | null {
  const [row, column] = [Math.floor(from / columns), from % columns];
  switch (key) {
    case 'ArrowLeft':
      return row * columns + Math.max(0, column - 1);
    case 'ArrowRight':
      return row * columns + Math.min(columns - 1, column + 1);
    case 'ArrowUp':
      return Math.max(0, row - 1) * columns + column;
    case 'ArrowDown':
      return Math.min(rows - 1, row + 1) * columns + column;
    case 'Home':
      return row * columns;
    case 'End':
      return row * columns + columns - 1;
    default:
      return null;
  }
}

/** The item with these places filled by the mean, beside what was changed before. */
export function filled<Content extends ImageContent | SoundContent>(
  content: Content,
  regions: readonly Region[],
): Content {
  const added = regions.map((region): RegionPatch => ({ region, fill: { kind: 'mean' } }));
  const patches = [...(content.patches ?? []), ...added];
  if (patches.length > 0) return { ...content, patches };
  const { patches: _, ...bare } = content;
  return bare as Content;
}
