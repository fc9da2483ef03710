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
  for (let place = 0; place < places; place++) {
    const from = place * size;
    // The smallest cells are enough: the larger ones are sums of them, but shares differ by edges.
    for (let level = 0; level < POOLS.length; level++) {
      const cell = cells[place * POOLS.length + level] as number;
      const share = 1 / (counts[cell] as number);
      const to = at + cell * size;
      for (let k = 0; k < size; k++)
        target[to + k] = (target[to + k] as number) + share * (activations[from + k] as number);
    }
  }
}

export function poolMapOf(raster: Raster, book: Codebook): PoolMap {
  return poolMap(patchGrid(raster, book.shape));
}
