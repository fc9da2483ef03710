/** The grid of places that explanations speak of: some eight squares along the longer side. */
import type { Region } from '../../domain/records.ts';
import { centreOf, type PatchGrid } from './patches.ts';
import type { Raster } from './raster.ts';

const ALONG = 8;

/** Of a network, where every cell costs a forward pass. */
export const NETWORK_GRID: PatchGrid = { columns: 6, rows: 6 };

export function explainGrid({ width, height }: Pick<Raster, 'width' | 'height'>): PatchGrid {
  const longer = Math.max(width, height);
  const along = Math.min(ALONG, longer);
  const scaled = (length: number): number => Math.max(1, Math.round((along * length) / longer));
  return { columns: scaled(width), rows: scaled(height) };
}

export function regionOfCell({ columns, rows }: PatchGrid, cell: number): Region {
  return {
    x: (cell % columns) / columns,
    y: Math.floor(cell / columns) / rows,
    width: 1 / columns,
    height: 1 / rows,
  };
}

/** Cell of each place of a patch grid, by the pixel in its middle. */
export function cellsOfPlaces(
  raster: Pick<Raster, 'width' | 'height'>,
  places: PatchGrid,
  grid: PatchGrid,
): Uint16Array {
  const cells = new Uint16Array(places.columns * places.rows);
  for (let row = 0; row < places.rows; row++) {
    const y = (centreOf(row, places.rows, raster.height) + 0.5) / raster.height;
    for (let column = 0; column < places.columns; column++) {
      const x = (centreOf(column, places.columns, raster.width) + 0.5) / raster.width;
      cells[row * places.columns + column] =
        Math.floor(y * grid.rows) * grid.columns + Math.floor(x * grid.columns);
    }
  }
  return cells;
}
