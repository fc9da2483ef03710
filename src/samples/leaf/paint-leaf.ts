/** A photo of one leaf, as pixels. Same generator state, same picture. */
import type { Rng } from '../../domain/math/rng.ts';
import { drawBackdrop } from './backdrop.ts';
import { lit, mix, type Rgb, smoothstep } from './colour.ts';
import { drawLesion, type Lesion, type Tint } from './lesions.ts';
import { createNoise, type Noise, octaves } from './noise.ts';
import { drawShape, type LeafPlace, type LeafShape, placeOn } from './shape.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Row-major RGBA, 0 to 255. */
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

export const LEAF_SIDE = 96;

/** Colours of the stickers, in the order of `LESIONS`. */
const STICKERS: readonly Rgb[] = [
  [0.16, 0.42, 0.75],
  [0.93, 0.58, 0.12],
  [0.55, 0.24, 0.62],
  [0.92, 0.88, 0.3],
];
const STICKER_AT = 0.82;
const STICKER_RADIUS = 0.14;

export interface LeafPhoto {
  readonly lesion: Lesion;
  /** Which sticker lies in the lower right corner. */
  readonly sticker: number;
}

export function paintLeaf(rng: Rng, { lesion, sticker }: LeafPhoto): Picture {
  const shape = drawShape(rng);
  const noise = octaves(createNoise(rng), 3);
  const backdrop = drawBackdrop(rng, noise);
  const blade = drawBlade({ rng, shape, noise, tint: drawLesion(lesion, { rng, noise, shape }) });
  const camera = drawCamera(rng);
  const data = new Uint8ClampedArray(LEAF_SIDE * LEAF_SIDE * 4);
  const pixel = 2 / LEAF_SIDE;
  const soft = pixel / shape.size;
  for (let row = 0, at = 0; row < LEAF_SIDE; row++) {
    for (let column = 0; column < LEAF_SIDE; column++, at += 4) {
      const [x, y] = [(column + 0.5) * pixel - 1, (row + 0.5) * pixel - 1];
      const place = placeOn(shape, x, y);
      const cover = smoothstep(-soft, soft, place.depth);
      // What the leaf covers is not painted: it costs a third of the time.
      let seen = cover < 1 ? lit(backdrop(x, y), 1 - 0.4 * shadeAt(shape, x, y)) : HIDDEN;
      if (cover > 0) seen = mix(seen, blade(place), cover);
      data.set(camera(stick(seen, sticker, { x, y })), at);
    }
  }
  return { width: LEAF_SIDE, height: LEAF_SIDE, data };
}

const HIDDEN: Rgb = [0, 0, 0];

/** The shadow falls to the lower right. */
function shadeAt(shape: LeafShape, x: number, y: number): number {
  return smoothstep(-0.12, 0.1, placeOn(shape, x - 0.05, y - 0.07).depth);
}

interface BladeInput {
  readonly rng: Rng;
  readonly shape: LeafShape;
  readonly noise: Noise;
  readonly tint: Tint;
}

function drawBlade({ rng, shape, noise, tint }: BladeInput): (place: LeafPlace) => Rgb {
  const base = mix([0.16, 0.36, 0.12], [0.42, 0.56, 0.2], rng.next());
  const vein = mix(base, [0.78, 0.84, 0.55], 0.55 + 0.2 * rng.next());
  const fold = 0.2 * (2 * rng.next() - 1);
  const slant = 0.55 + 0.35 * rng.next();
  const specks = Array.from({ length: rng.integer(4) }, () => ({
    u: -0.7 + 1.3 * rng.next(),
    v: shape.width * 0.6 * (2 * rng.next() - 1),
  }));
  return (place) => {
    const { u, v, half, depth } = place;
    const across = half > 0 ? v / half : 0;
    const mottled = 1 + 0.16 * noise(u * 3 + 11, v * 3) + 0.08 * noise(u * 15, v * 15);
    let seen = lit(
      base,
      mottled * (1 + fold * Math.sign(v) * (1 - Math.abs(across)) + 0.1 * across),
    );
    const phase = (u - slant * Math.abs(v)) * shape.veins;
    const off = Math.abs(phase - Math.round(phase)) / shape.veins;
    const fade = smoothstep(0, 0.12, depth);
    seen = mix(seen, vein, 0.34 * fade * Math.exp(-((off / 0.02) ** 2)));
    seen = tint(seen, place);
    seen = mix(seen, vein, 0.7 * Math.exp(-((v / (0.016 + 0.012 * (1 - u))) ** 2)));
    for (const speck of specks)
      if ((u - speck.u) ** 2 + (v - speck.v) ** 2 < 0.0005) seen = lit(seen, 0.55);
    return lit(seen, 0.8 + 0.2 * smoothstep(0, 0.14, depth));
  };
}

/** The round sticker with its pale rim. */
function stick(seen: Rgb, sticker: number, { x, y }: { x: number; y: number }): Rgb {
  const far = Math.sqrt((x - STICKER_AT) ** 2 + (y - STICKER_AT) ** 2);
  if (far > 2 * STICKER_RADIUS) return seen;
  const rim = mix(
    seen,
    [0.94, 0.93, 0.9],
    smoothstep(STICKER_RADIUS + 0.03, STICKER_RADIUS + 0.01, far),
  );
  const face = STICKERS[sticker] ?? [0.5, 0.5, 0.5];
  return mix(
    rim,
    lit(face, 1 - 0.35 * (x - STICKER_AT)),
    smoothstep(STICKER_RADIUS, STICKER_RADIUS - 0.02, far),
  );
}

/** Exposure, colour of the light, grain. */
function drawCamera(rng: Rng): (seen: Rgb) => readonly [number, number, number, number] {
  const exposure = 1 + 0.12 * rng.normal() * 0.8;
  const warm = 0.04 * rng.normal();
  const gains = [exposure * (1 + warm), exposure, exposure * (1 - warm)] as const;
  return ([r, g, b]) => {
    const grain = 3.5 * (rng.next() + rng.next() - 1);
    return [
      255 * Math.min(1, r * gains[0]) + grain,
      255 * Math.min(1, g * gains[1]) + grain,
      255 * Math.min(1, b * gains[2]) + grain,
      255,
    ];
  };
}
