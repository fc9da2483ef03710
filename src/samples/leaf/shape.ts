/** The outline of a leaf, in a frame of its own: u from the stalk (-1) to the tip (1), v across. */
import type { Rng } from '../../domain/math/rng.ts';

export interface LeafShape {
  readonly centre: readonly [number, number];
  /** Of the angle by which it is turned; 0 = the tip points right. */
  readonly cosine: number;
  readonly sine: number;
  /** Half the length, in halves of the picture. */
  readonly size: number;
  /** Half the width at its widest, in half lengths. */
  readonly width: number;
  /** The width over the largest value of (1 - u)^tip (1 + u)^base. */
  readonly widthScale: number;
  readonly tipPower: number;
  readonly basePower: number;
  readonly bend: number;
  readonly teeth: number;
  readonly toothDepth: number;
  readonly veins: number;
}

export interface LeafPlace {
  readonly u: number;
  readonly v: number;
  /** Half the width here. */
  readonly half: number;
  /** How far inside the margin, below 0 outside; in half lengths. */
  readonly depth: number;
}

export function drawShape(rng: Rng): LeafShape {
  const between = (low: number, high: number): number => low + (high - low) * rng.next();
  const angle = between(-Math.PI, Math.PI);
  const width = between(0.5, 0.66);
  const [tipPower, basePower] = [between(0.85, 1.25), between(0.5, 0.75)];
  return {
    centre: [between(-0.1, 0.06), between(-0.1, 0.06)],
    cosine: Math.cos(angle),
    sine: Math.sin(angle),
    size: between(0.8, 0.98),
    width,
    widthScale: width / largest(tipPower, basePower),
    tipPower,
    basePower,
    bend: between(-0.14, 0.14),
    teeth: Math.round(between(9, 16)),
    toothDepth: between(0.01, 0.07),
    veins: between(5, 8),
  };
}

/** From a place of the picture, both ways in [-1, 1], to a place of the leaf. */
export function placeOn(shape: LeafShape, x: number, y: number): LeafPlace {
  const { centre, cosine, sine, size, bend } = shape;
  const [dx, dy] = [(x - centre[0]) / size, (y - centre[1]) / size];
  const u = dx * cosine + dy * sine;
  const v = dy * cosine - dx * sine - bend * (1 - u * u);
  const half = halfWidth(shape, u);
  return { u, v, half, depth: half - Math.abs(v) };
}

function halfWidth(shape: LeafShape, u: number): number {
  if (u <= -1) return u > -1.4 ? 0.03 : -1; // The stalk, then nothing.
  if (u >= 1) return -Math.abs(u - 1);
  const { tipPower, basePower, widthScale, teeth, toothDepth } = shape;
  const tooth = 1 + toothDepth * (((u + 1) * teeth) % 1);
  return Math.max(0.03, widthScale * tooth * (1 - u) ** tipPower * (1 + u) ** basePower);
}

/** (1 - u)^a (1 + u)^b is largest at u = (b - a) / (a + b). */
function largest(a: number, b: number): number {
  const peak = (b - a) / (a + b);
  return (1 - peak) ** a * (1 + peak) ** b;
}
