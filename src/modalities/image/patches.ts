/** All patches of a picture as rows of one matrix, one patch around each place of a grid. */
import { CHANNELS, type Raster } from './raster.ts';

export interface PatchShape {
  /** Side of a patch in pixels. */
  readonly side: number;
  /** Pixels from one patch to the next. */
  readonly stride: number;
  /** True: brightness and contrast are taken out of each patch, so that only its form is left. */
  readonly isNormalised: boolean;
}

export interface PatchGrid {
  readonly columns: number;
  readonly rows: number;
}

/** Added to the variance of a patch (grey levels squared), so that flat ones are not blown up. */
const CONTRAST_FLOOR = 10;

export function patchGrid({ width, height }: Raster, { stride }: PatchShape): PatchGrid {
  return { columns: Math.ceil(width / stride), rows: Math.ceil(height / stride) };
}

export function patchLength({ side }: PatchShape): number {
  return side * side * CHANNELS;
}

/** Centre of place `i` along a side, as a pixel: places are spread evenly over the length. */
export function centreOf(i: number, places: number, length: number): number {
  return Math.min(length - 1, Math.floor(((i + 0.5) * length) / places));
}

/** Writes the patch around (x, y) to `target` from `at`; beyond the border the edge goes on. */
export function readPatch(
  raster: Raster,
  shape: PatchShape,
  place: { readonly x: number; readonly y: number },
  target: Float32Array,
  at: number,
): void {
  const { pixels, width, height } = raster;
  const { side } = shape;
  const half = (side - 1) >> 1;
  let to = at;
  for (let j = 0; j < side; j++) {
    const y = Math.min(height - 1, Math.max(0, place.y + j - half));
    for (let i = 0; i < side; i++) {
      const x = Math.min(width - 1, Math.max(0, place.x + i - half));
      const from = (y * width + x) * CHANNELS;
      target[to] = pixels[from] as number;
      target[to + 1] = pixels[from + 1] as number;
      target[to + 2] = pixels[from + 2] as number;
      to += CHANNELS;
    }
  }
  if (shape.isNormalised) normalise(target, at, to);
}

function normalise(values: Float32Array, from: number, to: number): void {
  let sum = 0;
  let square = 0;
  for (let k = from; k < to; k++) {
    const value = values[k] as number;
    sum += value;
    square += value * value;
  }
  const mean = sum / (to - from);
  const variance = Math.max(0, square / (to - from) - mean * mean);
  const scale = 1 / Math.sqrt(variance + CONTRAST_FLOOR);
  for (let k = from; k < to; k++) values[k] = ((values[k] as number) - mean) * scale;
}

/** Row-major [places x length], places row by row of the grid. */
export function allPatches(raster: Raster, shape: PatchShape): Float32Array {
  const { columns, rows } = patchGrid(raster, shape);
  const length = patchLength(shape);
  const result = new Float32Array(columns * rows * length);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const y = centreOf(row, rows, raster.height);
    for (let column = 0; column < columns; column++, at += length) {
      const x = centreOf(column, columns, raster.width);
      readPatch(raster, shape, { x, y }, result, at);
    }
  }
  return result;
}
