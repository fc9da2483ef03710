/** What may be wrong with a leaf: spots, blight from the margin inwards, mildew. */
import type { Rng } from '../../domain/math/rng.ts';
import { lit, mix, type Rgb, smoothstep } from './colour.ts';
import type { Noise } from './noise.ts';
import type { LeafPlace, LeafShape } from './shape.ts';

export const LESIONS = ['healthy', 'spots', 'blight', 'mildew'] as const;

export type Lesion = (typeof LESIONS)[number];

/** From the colour of sound leaf to what is seen at a place. */
export type Tint = (colour: Rgb, place: LeafPlace) => Rgb;

const YELLOW: Rgb = [0.78, 0.7, 0.26];
const BROWN: Rgb = [0.42, 0.25, 0.12];
const TAN: Rgb = [0.66, 0.5, 0.3];
const POWDER: Rgb = [0.89, 0.9, 0.87];

interface LesionInput {
  readonly rng: Rng;
  readonly noise: Noise;
  readonly shape: LeafShape;
}

export function drawLesion(lesion: Lesion, input: LesionInput): Tint {
  if (lesion === 'spots') return drawSpots(input);
  if (lesion === 'blight') return drawBlight(input);
  if (lesion === 'mildew') return drawMildew(input);
  return (colour) => colour;
}

interface Disc {
  readonly u: number;
  readonly v: number;
  readonly radius: number;
}

/** Discs on the blade; none on the very rim. */
function drawDiscs({ rng, shape }: LesionInput, count: number, sizes: readonly [number, number]) {
  return Array.from({ length: count }, (): Disc => {
    const u = -0.75 + 1.4 * rng.next();
    const room = shape.width * (1 - u * u) * 0.8;
    const v = (2 * rng.next() - 1) * room;
    return { u, v, radius: sizes[0] + (sizes[1] - sizes[0]) * rng.next() ** 2 };
  });
}

function drawSpots(input: LesionInput): Tint {
  const { rng, noise } = input;
  const discs = drawDiscs(input, 9 + rng.integer(9), [0.06, 0.13]);
  const heart = mix(BROWN, TAN, rng.next() * 0.7);
  return (colour, { u, v }) => {
    let seen = colour;
    for (const disc of discs) {
      const off = Math.sqrt((u - disc.u) ** 2 + (v - disc.v) ** 2) / disc.radius;
      if (off > 2.2) continue;
      const far = off + 0.18 * noise(u * 9, v * 9);
      seen = mix(seen, YELLOW, 0.55 * smoothstep(1.9, 1.05, far));
      seen = mix(seen, lit(BROWN, 0.65), smoothstep(1.15, 0.95, far));
      seen = mix(seen, heart, smoothstep(0.85, 0.5, far));
    }
    return seen;
  };
}

function drawBlight({ rng, noise, shape }: LesionInput): Tint {
  const side = rng.next() < 0.5 ? -1 : 1;
  const isTip = rng.next() < 0.45;
  const middle = -0.3 + 0.8 * rng.next();
  const reach = 0.45 + 0.4 * rng.next();
  const deep = shape.width * (0.6 + 0.5 * rng.next());
  return (colour, { u, v, depth }) => {
    const along = isTip
      ? smoothstep(1 - 2 * reach, 1, u)
      : 1 - smoothstep(0, reach, Math.abs(u - middle));
    const isHere = isTip || v * side > 0;
    const front = isHere
      ? deep * along * (1 + 0.5 * noise(u * 6, v * 6)) - (isTip ? depth * 0.4 : depth)
      : -1;
    let seen = mix(colour, YELLOW, 0.6 * smoothstep(-0.1, 0, front));
    seen = mix(seen, lit(BROWN, 0.8), smoothstep(-0.02, 0.03, front));
    return mix(
      seen,
      mix(TAN, BROWN, 0.3 + 0.3 * noise(u * 11, v * 11)),
      smoothstep(0.04, 0.12, front),
    );
  };
}

function drawMildew(input: LesionInput): Tint {
  const { rng, noise } = input;
  const discs = drawDiscs(input, 6 + rng.integer(5), [0.16, 0.3]);
  const strength = 0.6 + 0.3 * rng.next();
  return (colour, { u, v }) => {
    let powder = 0;
    for (const disc of discs)
      powder += Math.exp(-(((u - disc.u) ** 2 + (v - disc.v) ** 2) / disc.radius ** 2) * 1.6);
    if (powder < 0.05) return colour;
    const grain = 0.75 + 0.35 * noise(u * 14, v * 14) + 0.2 * noise(u * 31, v * 31);
    return mix(colour, POWDER, Math.min(0.9, strength * smoothstep(0.15, 1, powder * grain)));
  };
}
