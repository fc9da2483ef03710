/**
 * The model over the plane as pixels: the colour and hatching of the likeliest class, fading to paper
 * where the model is unsure. Hatching carries the class where colours cannot be told apart.
 */
import type { Raster } from '../../../../workers/api.ts';

export type Rgb = readonly [number, number, number];

export interface BlendOptions {
  readonly raster: Raster;
  /** Pixels a side. */
  readonly size: number;
  /** By class. */
  readonly colours: readonly Rgb[];
  readonly paper: Rgb;
}

/** Share of colour where the model is sure, and how much more a hatch has: on light and on dark paper. */
const LIGHT = { sure: 0.5, hatch: 0.3 } as const;
const DARK = { sure: 0.6, hatch: 0.4 } as const;
/** Sum of the three parts below which paper is dark. */
const DARK_BELOW = 384;
/** Distance of the hatches, and their width, as shares of the side. */
const PERIOD = 1 / 20;
const WIDTH = 1 / 80;

/** RGBA, row by row from the top. */
export function blend({
  raster,
  size,
  colours,
  paper,
}: BlendOptions): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(size * size * 4);
  const { classes } = raster;
  const own = new Float64Array(classes);
  const { sure: most, hatch } = paper[0] + paper[1] + paper[2] < DARK_BELOW ? DARK : LIGHT;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const u = column / (size - 1);
      const v = row / (size - 1);
      interpolate(raster, u, v, own);
      const best = likeliest(own);
      // 0 where all classes are alike, 1 where one is certain.
      const sure = Math.max(0, ((own[best] as number) - 1 / classes) / (1 - 1 / classes));
      const share = sure * (most + (isHatched(best, u, v) ? hatch : 0));
      const colour = colours[best] ?? paper;
      const at = 4 * (row * size + column);
      for (let k = 0; k < 3; k++)
        pixels[at + k] =
          (paper[k] as number) + share * ((colour[k] as number) - (paper[k] as number));
      pixels[at + 3] = 255;
    }
  return pixels;
}

/** Bilinear; `u`, `v` in [0, 1] from the top left. */
export function interpolate(
  { size, classes, values }: Raster,
  u: number,
  v: number,
  into: Float64Array,
): void {
  const x = u * (size - 1);
  const y = v * (size - 1);
  const left = Math.min(size - 2, Math.floor(x));
  const top = Math.min(size - 2, Math.floor(y));
  const right = x - left;
  const down = y - top;
  const first = (top * size + left) * classes;
  const below = first + size * classes;
  for (let c = 0; c < classes; c++) {
    const upper =
      (values[first + c] as number) * (1 - right) + (values[first + classes + c] as number) * right;
    const lower =
      (values[below + c] as number) * (1 - right) + (values[below + classes + c] as number) * right;
    into[c] = (upper * (1 - down) + lower * down) / 255;
  }
}

function likeliest(own: Float64Array): number {
  let best = 0;
  for (let c = 1; c < own.length; c++) if ((own[c] as number) > (own[best] as number)) best = c;
  return best;
}

/** Rising, falling, level and upright lines. `u`, `v` in [0, 1]. */
function isHatched(classIndex: number, u: number, v: number): boolean {
  const along = [u + v, u - v + 1, v, u][classIndex % 4] ?? 0;
  return along % PERIOD < WIDTH;
}
