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
export const LAYERS = 4;
export const SELECTED = LAYERS - 1;
/** A prime above any number of rows that fits on a device: steps by it visit each row once. */
const STRIDE = 1_000_000_007;

/** Pixels across. */
const SIZE = { dot: 5, faded: 3, plain: 9, least: 3, most: 11 };

interface Mark {
  readonly colour: number;
  readonly shape: number;
  readonly size: number;
  readonly faded: 0 | 1;
}

const FADED: Mark = { colour: QUIET, shape: DOT, size: SIZE.faded, faded: 1 };
const PLAIN_DOT: Mark = { colour: QUIET, shape: DOT, size: SIZE.dot, faded: 0 };

function put(style: Uint8Array, row: number, { colour, shape, size, faded }: Mark): void {
  style[4 * row] = colour;
  style[4 * row + 1] = shape;
  style[4 * row + 2] = size;
  style[4 * row + 3] = faded;
}

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
  /**
   * Rows from the lowest layer to the uppermost: faded, without a class, with one, selected. Within a
   * layer they are mixed, so that its beginning is a fair sample of it.
   */
  readonly order: Uint32Array;
  /** Where each layer begins in `order`, and where the last one ends. */
  readonly starts: readonly number[];
}

export function createScene(input: SceneInput): Scene {
  const { rows, matches, chosen } = input;
  const style = new Uint8Array(rows * 4);
  const look = looks[input.colouring];
  const layers = new Uint8Array(rows);
  const counts = new Array<number>(LAYERS).fill(0);
  for (let row = 0; row < rows; row++) {
    if (chosen[row] || matches[row]) look(input, row, style);
    else put(style, row, FADED);
    const plain = style[4 * row + 1] === DOT ? 1 : 2;
    const layer = chosen[row] ? SELECTED : matches[row] ? plain : 0;
    layers[row] = layer;
    counts[layer] = (counts[layer] as number) + 1;
  }
  const starts = [0];
  for (const count of counts) starts.push((starts.at(-1) as number) + count);
  const next = [...starts];
  const order = new Uint32Array(rows);
  let row = 0;
  for (let i = 0; i < rows; i++) {
    row = (row + STRIDE) % rows;
    const layer = layers[row] as number;
    order[next[layer] as number] = row;
    next[layer] = (next[layer] as number) + 1;
  }
  return { style, order, starts };
}

type Look = (input: SceneInput, row: number, style: Uint8Array) => void;

const looks: Readonly<Record<Colouring, Look>> = {
  label: (input, row, style) => ofClass(input, input.labelOf[row] ?? -1, style, row),
  predicted: (input, row, style) => ofClass(input, input.predictedOf?.[row] ?? -1, style, row),
  // The more doubtful the larger and the warmer; the shape is that of the model's answer.
  unsure({ margin, predictedOf, classColours }, row, style) {
    const own = margin?.[row] ?? Number.NaN;
    if (Number.isNaN(own)) {
      put(style, row, PLAIN_DOT);
      return;
    }
    const doubt = 1 - own;
    const step = doubtStep(own);
    const shape = shapeOf(classColours[predictedOf?.[row] ?? -1]);
    const size = SIZE.least + Math.round(doubt ** 2 * (SIZE.most - SIZE.least));
    put(style, row, { colour: RAMP + step, shape, size, faded: 0 });
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
  if (colour === undefined) put(style, row, PLAIN_DOT);
  else
    put(style, row, {
      colour: colour % CLASS_COLOURS,
      shape: shapeOf(colour),
      size: SIZE.plain,
      faded: 0,
    });
}

function shapeOf(colour: number | undefined): number {
  return colour === undefined ? DOT : colour % CLASS_COLOURS;
}
