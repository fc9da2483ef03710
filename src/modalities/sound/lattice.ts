/** Places that an explanation speaks of: a lattice over the spectrogram, and rectangles of its cells. */
import type { Region } from '../../domain/records.ts';

export const COLUMNS = 8;
export const ROWS = 6;

/** Cells of the lattice, ends exclusive. */
export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Very short sounds have fewer frames than the lattice has columns. */
export function columnsFor(frames: number): number {
  return Math.max(1, Math.min(COLUMNS, frames));
}

export function regionOf({ left, right, top, bottom }: Rectangle, columns: number): Region {
  return {
    x: left / columns,
    y: top / ROWS,
    width: (right - left) / columns,
    height: (bottom - top) / ROWS,
  };
}

export function cellsOf(columns: number): readonly Rectangle[] {
  return Array.from({ length: ROWS * columns }, (_, i) => {
    const [top, left] = [Math.floor(i / columns), i % columns];
    return { left, right: left + 1, top, bottom: top + 1 };
  });
}

export function sizeOf({ left, right, top, bottom }: Rectangle): number {
  return (right - left) * (bottom - top);
}

/** All rectangles of at most so many cells, smallest first. */
export function rectanglesUpTo(most: number, columns: number): readonly Rectangle[] {
  const found: Rectangle[] = [];
  for (let left = 0; left < columns; left++)
    for (let right = left + 1; right <= columns; right++)
      for (let top = 0; top < ROWS; top++)
        for (let bottom = top + 1; bottom <= ROWS; bottom++) {
          const one = { left, right, top, bottom };
          if (sizeOf(one) <= most) found.push(one);
        }
  return found.sort((a, b) => sizeOf(a) - sizeOf(b));
}

/** Indices into `cellsOf` of the cells of a rectangle. */
export function indicesIn(
  { left, right, top, bottom }: Rectangle,
  columns: number,
): readonly number[] {
  const found: number[] = [];
  for (let row = top; row < bottom; row++)
    for (let column = left; column < right; column++) found.push(row * columns + column);
  return found;
}
