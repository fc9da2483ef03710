/** Smooth random surfaces: value noise on a lattice that repeats, a few octaves of it. */
import type { Rng } from '../../domain/math/rng.ts';

/** In [-1, 1], smooth, the same for the same place. */
export type Noise = (x: number, y: number) => number;

/** A power of two, so that a mask wraps it around. */
const SIZE = 32;

export function createNoise(rng: Rng): Noise {
  const lattice = Float32Array.from({ length: SIZE * SIZE }, () => 2 * rng.next() - 1);
  const at = (x: number, y: number): number =>
    lattice[(y & (SIZE - 1)) * SIZE + (x & (SIZE - 1))] as number;
  return (x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [sx, sy] = [ease(x - left), ease(y - top)];
    const upper = at(left, top) + (at(left + 1, top) - at(left, top)) * sx;
    const lower = at(left, top + 1) + (at(left + 1, top + 1) - at(left, top + 1)) * sx;
    return upper + (lower - upper) * sy;
  };
}

/** Coarse and fine together: each octave twice as fine and half as strong. */
export function octaves(noise: Noise, count: number): Noise {
  const total = 2 - 2 ** (1 - count);
  return (x, y) => {
    let sum = 0;
    for (let k = 0; k < count; k++) sum += noise(x * 2 ** k + 7 * k, y * 2 ** k + 3 * k) / 2 ** k;
    return sum / total;
  };
}

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}
