/** What lies inside a line drawn by hand. Pure. */
import type { Spot } from './camera.ts';

/** Even-odd rule (Shimrat 1962): true when a ray to the right crosses the closed line an odd number of times. */
export function isInside(line: readonly Spot[], x: number, y: number): boolean {
  let isIn = false;
  let before = line.at(-1);
  for (const spot of line) {
    if (before && before.y > y !== spot.y > y) {
      const crossing = before.x + ((y - before.y) / (spot.y - before.y)) * (spot.x - before.x);
      if (x < crossing) isIn = !isIn;
    }
    before = spot;
  }
  return isIn;
}

/** Rows that lie inside; `positions` [rows x 2], in the units of the line. */
export function rowsInside(
  line: readonly Spot[],
  positions: Float32Array,
  isWanted: (row: number) => boolean,
): number[] {
  const xs = line.map(({ x }) => x);
  const ys = line.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const found: number[] = [];
  for (let row = 0; row < positions.length / 2; row++) {
    const x = positions[2 * row] as number;
    const y = positions[2 * row + 1] as number;
    if (x < left || x > right || y < low || y > high) continue;
    if (isWanted(row) && isInside(line, x, y)) found.push(row);
  }
  return found;
}

/** A hand draws hundreds of spots; those nearer than this to the one before tell nothing. Pixels. */
const STEP = 3;

export function isWorthKeeping(line: readonly Spot[], next: Spot): boolean {
  const last = line.at(-1);
  return !last || Math.hypot(next.x - last.x, next.y - last.y) >= STEP;
}
