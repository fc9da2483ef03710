/**
 * Standard normal numbers by the million. The values of Box and Muller (1958) on a grid of 64 radii
 * and 64 angles, scaled to variance 1, drawn uniformly: 4,096 values, symmetric, up to 3.1. What is
 * drawn here is summed over tens of columns, where the steps between them do not show.
 */
import type { Rng } from '../../../src/domain/math/rng.ts';

const SIDE = 64;
let table: Float64Array | null = null;

export function fillNormals(target: Float64Array, rng: Rng): void {
  table ??= createTable();
  for (let i = 0; i < target.length; i++) target[i] = table[rng.integer(table.length)] as number;
}

function createTable(): Float64Array {
  const values = Float64Array.from({ length: SIDE * SIDE }, (_, i) => {
    const radius = Math.sqrt(-2 * Math.log((Math.floor(i / SIDE) + 0.5) / SIDE));
    return radius * Math.cos((2 * Math.PI * ((i % SIDE) + 0.5)) / SIDE);
  });
  const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
  return values.map((value) => value / Math.sqrt(variance));
}
