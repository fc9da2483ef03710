/** How a project's pictures are read: sizes follow from how large they are, from nothing else. */
import type { PatchShape } from './patches.ts';
import { RASTER_SIDE, type Raster } from './raster.ts';

export interface BookPlan {
  readonly shape: PatchShape;
  readonly words: number;
}

export interface Plan {
  /** Every picture is brought to this longer side. */
  readonly side: number;
  readonly books: readonly BookPlan[];
}

/** Pooling: the whole picture, and each of its quarters. Cells across. */
export const POOLS = [1, 2] as const;
export const POOL_CELLS = POOLS.reduce<number>((sum, cells) => sum + cells * cells, 0);

const FORMS = 256;
const COLOURS = 32;
/** From here on every second pixel is the middle of a patch: four times quicker, hardly worse. */
const LARGE_SIDE = 24;

/** One book of forms (brightness and contrast taken out), one of colours (single pixels). */
export function planFor(rasters: readonly Raster[]): Plan {
  const sides = rasters.map(({ width, height }) => Math.max(width, height)).sort((a, b) => a - b);
  const side = Math.min(RASTER_SIDE, sides[sides.length >> 1] ?? RASTER_SIDE);
  const isLarge = side >= LARGE_SIDE;
  const stride = isLarge ? 2 : 1;
  return {
    side,
    books: [
      { shape: { side: isLarge ? 6 : 5, stride, isNormalised: true }, words: FORMS },
      { shape: { side: 1, stride: 1, isNormalised: false }, words: COLOURS },
    ],
  };
}
