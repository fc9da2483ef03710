/**
 * A picture as the encoder reads it: small, upright, three channels. Scaling down averages the area
 * each new pixel covers; scaling up repeats pixels, so that nothing is invented by blur.
 */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Row-major RGB, 0 to 255, [height x width x 3]. */
  readonly pixels: Uint8Array | Uint8ClampedArray;
}

/** Longer side of what the encoder reads: details finer than 1 in 48 are not seen. */
export const RASTER_SIDE = 48;

export const CHANNELS = 3;

/** A grey square. */
export function greyRaster(side: number): Raster {
  return { width: side, height: side, pixels: new Uint8Array(side * side * CHANNELS).fill(128) };
}

/** RGB or RGBA to RGB; what shines through is put on white, as a browser does. */
export function toRgb(data: Uint8Array | Uint8ClampedArray, width: number, height: number): Raster {
  const count = width * height;
  if (data.length === count * CHANNELS) return { width, height, pixels: data };
  const pixels = new Uint8Array(count * CHANNELS);
  for (let i = 0; i < count; i++) {
    const alpha = (data[4 * i + 3] ?? 255) / 255;
    for (let c = 0; c < CHANNELS; c++)
      pixels[CHANNELS * i + c] = Math.round(255 + ((data[4 * i + c] ?? 0) - 255) * alpha);
  }
  return { width, height, pixels };
}

/** The size of a picture whose longer side is `side`, at least one pixel each way. */
export function fittedSize(
  width: number,
  height: number,
  side: number,
): { readonly width: number; readonly height: number } {
  const scale = side / Math.max(width, height, 1);
  const scaled = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: scaled(width), height: scaled(height) };
}

/** The same picture with no side longer than `side`; smaller ones stay as they are. */
export function shrink(raster: Raster, side: number): Raster {
  if (Math.max(raster.width, raster.height) <= side) return raster;
  const { width, height } = fittedSize(raster.width, raster.height, side);
  return resize(raster, width, height);
}

/** To exactly this size, each side by itself: by area where it shrinks, by repeating where it grows. */
export function resize(raster: Raster, width: number, height: number): Raster {
  if (raster.width === width && raster.height === height) return raster;
  const across = sharesOf(raster.width, width);
  const down = sharesOf(raster.height, height);
  const pixels = new Uint8Array(width * height * CHANNELS);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sums = sumArea(raster, across[x] as Shares, down[y] as Shares);
      pixels.set(sums.map(Math.round), (y * width + x) * CHANNELS);
    }
  }
  return { width, height, pixels };
}

/** Which old pixels a new one covers, and how much of it each makes up. */
interface Shares {
  readonly first: number;
  readonly weights: readonly number[];
}

function sharesOf(from: number, to: number): readonly Shares[] {
  return Array.from({ length: to }, (_, i) => {
    const start = (i * from) / to;
    const end = ((i + 1) * from) / to;
    const first = Math.min(from - 1, Math.floor(start + 1e-9));
    if (from <= to) {
      const nearest = Math.min(from - 1, Math.floor(((i + 0.5) * from) / to));
      return { first: nearest, weights: [1] };
    }
    const last = Math.min(from, Math.ceil(end - 1e-9));
    const weights = Array.from({ length: last - first }, (_unused, k) => {
      const at = first + k;
      return (Math.min(end, at + 1) - Math.max(start, at)) / (end - start);
    });
    return { first, weights };
  });
}

function sumArea({ pixels, width }: Raster, across: Shares, down: Shares): number[] {
  const sums = [0, 0, 0];
  down.weights.forEach((v, j) => {
    across.weights.forEach((h, i) => {
      const at = ((down.first + j) * width + across.first + i) * CHANNELS;
      for (let c = 0; c < CHANNELS; c++)
        sums[c] = (sums[c] as number) + v * h * (pixels[at + c] as number);
    });
  });
  return sums;
}
