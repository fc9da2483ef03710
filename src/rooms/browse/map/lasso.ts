/** What lies inside a line drawn by hand. Pure. */
import type { Spot } from './camera.ts';

/** Even-odd rule (Shimrat 1962): true when a ray to the right crosses the closed line an odd number of times. */
export function isInside(line: readonly Spot[], x: number, y: number): boolean {
  return crosses(flat(line), x, y);
}

/** Rows that lie inside; `positions` [rows x 2], in the units of the line. */
export function rowsInside(
  line: readonly Spot[],
  positions: Float32Array,
  isWanted: (row: number) => boolean,
): number[] {
  const corners = flat(line);
  const xs = line.map(({ x }) => x);
  const ys = line.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const found: number[] = [];
  for (let row = 0; row < positions.length / 2; row++) {
    const x = positions[2 * row] as number;
    const y = positions[2 * row + 1] as number;
    if (x < left || x > right || y < low || y > high) continue;
    if (isWanted(row) && crosses(corners, x, y)) found.push(row);
  }
  return found;
}

/** Numbers side by side are read several times as fast as objects. */
function flat(line: readonly Spot[]): Float64Array {
  return Float64Array.from(line.flatMap(({ x, y }) => [x, y]));
}

function crosses(corners: Float64Array, x: number, y: number): boolean {
  let isIn = false;
  let fromX = corners[corners.length - 2] as number;
  let fromY = corners[corners.length - 1] as number;
  for (let i = 0; i < corners.length; i += 2) {
    const toX = corners[i] as number;
    const toY = corners[i + 1] as number;
    if (fromY > y !== toY > y && x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX))
      isIn = !isIn;
    fromX = toX;
    fromY = toY;
  }
  return isIn;
}

/** A hand draws hundreds of spots; those nearer than this to the one before tell nothing. Pixels. */
const STEP = 3;

export function isWorthKeeping(line: readonly Spot[], next: Spot): boolean {
  const last = line.at(-1);
  return !last || Math.hypot(next.x - last.x, next.y - last.y) >= STEP;
}
