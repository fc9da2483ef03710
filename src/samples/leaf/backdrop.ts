/** What lies behind a leaf, out of focus: paper, slate, stone. */
import type { Rng } from '../../domain/math/rng.ts';
import { lit, mix, type Rgb } from './colour.ts';
import type { Noise } from './noise.ts';

const PAIRS: readonly (readonly [Rgb, Rgb])[] = [
  [
    [0.8, 0.78, 0.73],
    [0.9, 0.88, 0.84],
  ],
  [
    [0.5, 0.54, 0.58],
    [0.64, 0.67, 0.7],
  ],
  [
    [0.62, 0.64, 0.58],
    [0.74, 0.73, 0.65],
  ],
  [
    [0.36, 0.4, 0.42],
    [0.5, 0.53, 0.54],
  ],
];

/** Colour at a place of the picture, both ways in [-1, 1]. */
export function drawBackdrop(rng: Rng, noise: Noise): (x: number, y: number) => Rgb {
  const [dark, light] = PAIRS[rng.integer(PAIRS.length)] as readonly [Rgb, Rgb];
  const scale = 0.8 + 1.2 * rng.next();
  const [tiltX, tiltY] = [0.12 * rng.normal(), 0.12 * rng.normal()];
  return (x, y) => {
    const share = 0.5 + 0.55 * noise(x * scale + 3, y * scale + 5);
    const vignette = 1 - 0.1 * (x * x + y * y);
    return lit(mix(dark, light, share), vignette * (1 + tiltX * x + tiltY * y));
  };
}
