/**
 * The boundary between the likeliest class and the rest: marching squares (Lorensen and Cline 1987, in
 * the plane) at zero of p_c - max of the others, crossings found by linear interpolation.
 */
import type { Raster } from '../../../../workers/api.ts';

/** From and to, in [0, 1] from the top left. */
export type Segment = readonly [number, number, number, number];

export function contourOf(raster: Raster): readonly Segment[] {
  const { classes } = raster;
  // With two classes both have the same boundary.
  const drawn = classes === 2 ? 1 : classes;
  return Array.from({ length: drawn }, (_, c) => contourOfClass(raster, c)).flat();
}

function contourOfClass(raster: Raster, c: number): Segment[] {
  const { size } = raster;
  const margin = marginsOf(raster, c);
  const at = (row: number, column: number): number => margin[row * size + column] as number;
  const segments: Segment[] = [];
  for (let row = 0; row < size - 1; row++)
    for (let column = 0; column < size - 1; column++) {
      const crossings = crossingsOf([
        at(row, column),
        at(row, column + 1),
        at(row + 1, column + 1),
        at(row + 1, column),
      ]);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [ax, ay] = crossings[i] as Crossing;
        const [bx, by] = crossings[i + 1] as Crossing;
        const scale = size - 1;
        segments.push([
          (column + ax) / scale,
          (row + ay) / scale,
          (column + bx) / scale,
          (row + by) / scale,
        ]);
      }
    }
  return segments;
}

type Corners = readonly [number, number, number, number];
type Crossing = readonly [number, number];

/** Where the sides of a cell (top, right, bottom, left) change sign: none, two or four. */
function crossingsOf([a, b, c, d]: Corners): readonly Crossing[] {
  const found: Crossing[] = [];
  const share = (from: number, to: number): number => from / (from - to);
  if (a > 0 !== b > 0) found.push([share(a, b), 0]);
  if (b > 0 !== c > 0) found.push([1, share(b, c)]);
  if (d > 0 !== c > 0) found.push([share(d, c), 1]);
  if (a > 0 !== d > 0) found.push([0, share(a, d)]);
  return found;
}

function marginsOf({ size, classes, values }: Raster, c: number): Float32Array {
  const margins = new Float32Array(size * size);
  for (let i = 0; i < margins.length; i++) {
    let rest = 0;
    for (let k = 0; k < classes; k++)
      if (k !== c) rest = Math.max(rest, values[i * classes + k] as number);
    margins[i] = (values[i * classes + c] as number) - rest;
  }
  return margins;
}
