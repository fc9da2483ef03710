/** How each point looks: colour, shape and size, and what lies over what. Pure. */
import type { Colouring } from '../address.ts';

export const CLASS_COLOURS = 8;
/** Places in the list of colours behind those of the classes. */
export const QUIET = CLASS_COLOURS;
export const RAMP = CLASS_COLOURS + 1;
export const RAMP_STEPS = 4;
/** Place of the plain dot behind the shapes of the classes. */
export const DOT = CLASS_COLOURS;

/** Faded, without a class, with one, selected. */
const LAYERS = 4;

/** Pixels across. */
const SIZE = { dot: 5, faded: 3, plain: 9, least: 3, most: 11 };

export interface SceneInput {
  readonly rows: number;
  readonly colouring: Colouring;
  /** Of every row: place of its class in `classColours`, or -1. */
  readonly labelOf: Int16Array;
  readonly predictedOf: Int16Array | null;
  readonly margin: Float32Array | null;
  /** Palette place of each class of the project. */
  readonly classColours: readonly number[];
  /** 1 where the conditions hold and the legend has not put it aside. */
  readonly matches: Uint8Array;
  readonly chosen: Uint8Array;
}

export interface Scene {
  /** [rows x 4]: colour, shape, size in pixels, 1 = faded. */
  readonly style: Uint8Array;
  /** Rows from the lowest to the uppermost: faded, without a class, with one, selected. */
  readonly order: Uint32Array;
  /** How many at the end of `order` are selected. */
  readonly selected: number;
}

export function createScene(input: SceneInput): Scene {
  const { rows, matches, chosen } = input;
  const style = new Uint8Array(rows * 4);
  const look = looks[input.colouring];
  const layers = new Uint8Array(rows);
  const starts = new Array<number>(LAYERS + 1).fill(0);
  for (let row = 0; row < rows; row++) {
    if (chosen[row] || matches[row]) look(input, row, style);
    else style.set([QUIET, DOT, SIZE.faded, 1], 4 * row);
    const plain = style[4 * row + 1] === DOT ? 1 : 2;
    const layer = chosen[row] ? 3 : matches[row] ? plain : 0;
    layers[row] = layer;
    starts[layer + 1] = (starts[layer + 1] as number) + 1;
  }
  const selected = starts[LAYERS] as number;
  for (let layer = 1; layer <= LAYERS; layer++)
    starts[layer] = (starts[layer] as number) + (starts[layer - 1] as number);
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const layer = layers[row] as number;
    order[starts[layer] as number] = row;
    starts[layer] = (starts[layer] as number) + 1;
  }
  return { style, order, selected };
}

type Look = (input: SceneInput, row: number, style: Uint8Array) => void;

const looks: Readonly<Record<Colouring, Look>> = {
  label: (input, row, style) => ofClass(input, input.labelOf[row] ?? -1, style, row),
  predicted: (input, row, style) => ofClass(input, input.predictedOf?.[row] ?? -1, style, row),
  // The more doubtful the larger and the warmer; the shape is that of the model's answer.
  unsure({ margin, predictedOf, classColours }, row, style) {
    const own = margin?.[row] ?? Number.NaN;
    if (Number.isNaN(own)) {
      style.set([QUIET, DOT, SIZE.dot, 0], 4 * row);
      return;
    }
    const doubt = 1 - own;
    const step = doubtStep(own);
    const shape = shapeOf(classColours[predictedOf?.[row] ?? -1]);
    const size = SIZE.least + Math.round(doubt ** 2 * (SIZE.most - SIZE.least));
    style.set([RAMP + step, shape, size, 0], 4 * row);
  },
};

/** 0 = sure ... 3 = doubtful; `margin` in [0, 1]. */
export function doubtStep(margin: number): number {
  return Math.min(RAMP_STEPS - 1, Math.max(0, Math.floor((1 - margin) * RAMP_STEPS)));
}

function ofClass(
  { classColours }: SceneInput,
  index: number,
  style: Uint8Array,
  row: number,
): void {
  const colour = classColours[index];
  if (colour === undefined) style.set([QUIET, DOT, SIZE.dot, 0], 4 * row);
  else style.set([colour % CLASS_COLOURS, shapeOf(colour), SIZE.plain, 0], 4 * row);
}

function shapeOf(colour: number | undefined): number {
  return colour === undefined ? DOT : colour % CLASS_COLOURS;
}
