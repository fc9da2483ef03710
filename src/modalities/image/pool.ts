/** Means of activations over the whole picture and over its quarters. */

import type { Codebook } from './codebook.ts';
import { type PatchGrid, patchGrid } from './patches.ts';
import { POOL_CELLS, POOLS } from './plan.ts';
import type { Raster } from './raster.ts';

/** The pooling cells a place lies in, one for each size of `POOLS`, and how many places each has. */
export interface PoolMap {
  /** Row-major [places x POOLS.length]: cell of the place. */
  readonly cells: Uint16Array;
  /** [POOL_CELLS] */
  readonly counts: Uint32Array;
}

export function poolMap({ columns, rows }: PatchGrid): PoolMap {
  const cells = new Uint16Array(columns * rows * POOLS.length);
  const counts = new Uint32Array(POOL_CELLS);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let first = 0;
      for (const across of POOLS) {
        const down = Math.floor(((row + 0.5) * across) / rows);
        const cell = first + down * across + Math.floor(((column + 0.5) * across) / columns);
        cells[at++] = cell;
        counts[cell] = (counts[cell] as number) + 1;
        first += across * across;
      }
    }
  }
  return { cells, counts };
}

/**
 * Adds one picture's activations [places x size], pooled, to `target` from `at`: POOL_CELLS stretches
 * of `size` numbers. A cell without places (a picture one pixel wide) stays 0.
 */
export function addPooled(
  activations: Float32Array,
  { cells, counts }: PoolMap,
  target: Float32Array,
  at: number,
): void {
  const places = cells.length / POOLS.length;
  const size = activations.length / Math.max(1, places);
  const quarters = at + size;
  for (let place = 0; place < places; place++) {
    const from = place * size;
    const to = at + (cells[place * POOLS.length + 1] as number) * size;
    for (let k = 0; k < size; k++)
      target[to + k] = (target[to + k] as number) + (activations[from + k] as number);
  }
  // The whole is the sum of its quarters.
  for (let k = 0; k < size; k++) {
    let sum = 0;
    for (let cell = 1; cell < POOL_CELLS; cell++) {
      const to = quarters + (cell - 1) * size + k;
      sum += target[to] as number;
      target[to] = (target[to] as number) / Math.max(1, counts[cell] as number);
    }
    target[at + k] = sum / Math.max(1, places);
  }
}

export function poolMapOf(raster: Raster, book: Codebook): PoolMap {
  return poolMap(patchGrid(raster, book.shape));
}
