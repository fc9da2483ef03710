/** Contract of a 2-D toy set: points in the square [-1, 1]^2, each of one class, made from a seed. */
import type { Rng } from '../../domain/math/rng.ts';

export interface ToyOptions {
  readonly count: number;
  /** How blurred the classes are, in [0, 1]: 0 = apart, 1 = mostly mixed. */
  readonly noise: number;
  /** Weight of the last class among the others, in (0, 1]: 1 = as common as each of them. */
  readonly balance: number;
  readonly seed: number;
}

export interface ToyPoints {
  /** Row-major [count x 2], in [-1, 1]. */
  readonly places: Float32Array;
  /** Class of each point, in [0, classes). */
  readonly truth: Uint8Array;
}

export interface ToyKind {
  readonly id: string;
  readonly label: string;
  /** What is to be seen in it, in one sentence. */
  readonly hint: string;
  readonly classes: number;
  /** A point of this class before it is blurred. */
  readonly place: (classIndex: number, rng: Rng) => readonly [number, number];
  /** Standard deviation of the blur at noise 1. */
  readonly blur: number;
}
