/** Points drawn by hand: added and removed. */
import type { DrawnPoints } from '../../../../workers/api.ts';
import { classesOf, MOST_DRAWN, toGrid } from '../scene/points-link.ts';

export interface Place {
  /** In [-1, 1]. */
  readonly x: number;
  readonly y: number;
}

/** Null when no more fit. */
export function addPoint(points: DrawnPoints, { x, y }: Place, own: number): DrawnPoints | null {
  if (points.truth.length >= MOST_DRAWN) return null;
  const truth = Uint8Array.from([...points.truth, own]);
  const places = Float32Array.from([...points.places, toGrid(x), toGrid(y)]);
  return { places, truth, classes: classesOf(truth) };
}

export function removePoint(points: DrawnPoints, row: number): DrawnPoints {
  const truth = points.truth.filter((_, i) => i !== row);
  const places = points.places.filter((_, i) => i >> 1 !== row);
  return { places, truth, classes: classesOf(truth) };
}

/** The nearest point within reach, or null. */
export function nearest({ places }: DrawnPoints, { x, y }: Place, reach: number): number | null {
  let best: number | null = null;
  let least = reach ** 2;
  for (let row = 0; 2 * row < places.length; row++) {
    const dx = (places[2 * row] as number) - x;
    const dy = (places[2 * row + 1] as number) - y;
    const square = dx * dx + dy * dy;
    if (square > least) continue;
    least = square;
    best = row;
  }
  return best;
}
