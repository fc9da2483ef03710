/**
 * Random local patterns over a spectrogram, after MiniRocket (Dempster, Schmidt and Webb 2021). Its
 * kernels have nine taps, three of weight 2 and six of weight -1, so a constant does not matter;
 * what is kept of a kernel is the share of positions where its response exceeds a threshold ("PPV").
 * MiniRocket moves along time alone. Here the taps also run up, down and across the bands, so that
 * rising, falling, held and repeated sounds answer different kernels, whatever their pitch.
 * Thresholds are quantiles of the responses in the project's own items.
 */
import { type Rng, shuffled } from '../../domain/math/rng.ts';
import type { Grid } from './grid.ts';

/** Step from one tap to the next: frames and rows. */
const STEPS: readonly (readonly [frames: number, rows: number])[] = [
  [1, 0],
  [2, 0],
  [4, 0],
  [8, 0],
  [1, 0.5],
  [1, -0.5],
  [1, 1],
  [1, -1],
  [2, 0.5],
  [2, -0.5],
  [2, 1],
  [2, -1],
  [4, 0.5],
  [4, -0.5],
  [4, 1],
  [4, -1],
  [0, 1],
  [0, 2],
];
const TAPS = 9;
const MIDDLE = 4;
/** Farthest a tap lies from the middle. */
const PAD_FRAMES = MIDDLE * 8;
const PAD_ROWS = MIDDLE * 2;
/** Items and positions in each from which thresholds are learned. */
const THRESHOLD_ITEMS = 48;
const THRESHOLD_POSITIONS = 80;

export interface PatternBank {
  /** Three taps of weight 2 for each kernel, [kernels x 3]; kernel k runs along step k mod steps. */
  readonly taps: Uint8Array;
  /** Ascending for each kernel, [kernels x quantiles]. */
  readonly thresholds: Float32Array;
  readonly quantiles: number;
}

export interface PatternShape {
  readonly kernels: number;
  /** Shares of positions that stay below the thresholds, ascending. */
  readonly quantiles: readonly number[];
}

/** Draws kernels, and thresholds from the grids given; without any, thresholds are 0. */
export function learnPatterns(
  grids: readonly Grid[],
  { kernels, quantiles }: PatternShape,
  rng: Rng,
): PatternBank {
  const all = tapTriples();
  const taps = new Uint8Array(kernels * 3);
  const orders = STEPS.map(() => shuffled(all, rng));
  for (let k = 0; k < kernels; k++) {
    const order = orders[k % STEPS.length] as readonly (readonly number[])[];
    taps.set(order[Math.floor(k / STEPS.length) % order.length] as readonly number[], k * 3);
  }
  const thresholds = new Float32Array(kernels * quantiles.length);
  if (grids.length > 0) {
    const samples = sampleResponses(shuffled(grids, rng).slice(0, THRESHOLD_ITEMS), taps, rng);
    samples.forEach((values, k) => {
      values.sort();
      quantiles.forEach((q, i) => {
        thresholds[k * quantiles.length + i] = values[
          Math.floor(q * (values.length - 1))
        ] as number;
      });
    });
  }
  return { taps, thresholds, quantiles: quantiles.length };
}

function tapTriples(): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (let a = 0; a < TAPS; a++)
    for (let b = a + 1; b < TAPS; b++) for (let c = b + 1; c < TAPS; c++) found.push([a, b, c]);
  return found;
}

/** Responses of every kernel at positions drawn at random. */
function sampleResponses(
  grids: readonly Grid[],
  taps: Uint8Array,
  rng: Rng,
): readonly Float32Array[] {
  const kernels = taps.length / 3;
  const values = Array.from(
    { length: kernels },
    () => new Float32Array(grids.length * THRESHOLD_POSITIONS),
  );
  grids.forEach((grid, g) => {
    const padded = pad(grid);
    const offsets = STEPS.map((_, step) => offsetsOf(step, padded.stride));
    for (let i = 0; i < THRESHOLD_POSITIONS; i++) {
      const at = padded.at(rng.integer(grid.rows), rng.integer(grid.frames));
      for (let k = 0; k < kernels; k++) {
        const own = values[k] as Float32Array;
        const reach = offsets[k % STEPS.length] as readonly number[];
        own[g * THRESHOLD_POSITIONS + i] = respond(
          padded.values,
          reach.map((offset) => at + offset),
          taps.subarray(k * 3, k * 3 + 3),
        );
      }
    }
  });
  return values;
}

/** Response of one kernel, its taps at these places. */
function respond(values: Float32Array, places: readonly number[], taps: Uint8Array): number {
  let sum = 0;
  for (const place of places) sum -= values[place] as number;
  for (const tap of taps) sum += 3 * (values[places[tap] as number] as number);
  return sum;
}

interface Padded {
  readonly values: Float32Array;
  readonly stride: number;
  readonly at: (row: number, frame: number) => number;
}

/** The edges are repeated outwards, so that every tap reads something. */
function pad({ rows, frames, values }: Grid): Padded {
  const stride = frames + 2 * PAD_FRAMES;
  const result = new Float32Array(stride * (rows + 2 * PAD_ROWS));
  for (let r = 0; r < rows + 2 * PAD_ROWS; r++) {
    const from = Math.min(rows - 1, Math.max(0, r - PAD_ROWS)) * frames;
    const to = r * stride;
    result.fill(values[from] as number, to, to + PAD_FRAMES);
    result.set(values.subarray(from, from + frames), to + PAD_FRAMES);
    result.fill(values[from + frames - 1] as number, to + PAD_FRAMES + frames, to + stride);
  }
  return {
    values: result,
    stride,
    at: (row, frame) => (row + PAD_ROWS) * stride + frame + PAD_FRAMES,
  };
}

/** Flat distance of each tap from the middle one. */
function offsetsOf(step: number, stride: number): readonly number[] {
  const [frames, rows] = STEPS[step] as readonly [number, number];
  return Array.from(
    { length: TAPS },
    (_, k) => Math.round((k - MIDDLE) * rows) * stride + (k - MIDDLE) * frames,
  );
}

/** Frames at which positions are counted, end exclusive. */
export interface FrameRange {
  readonly from: number;
  readonly to: number;
}

/** All positions whose taps reach a frame of the stretch. */
export function reachedBy({ from, to }: FrameRange, frames: number): FrameRange {
  return { from: Math.max(0, from - PAD_FRAMES), to: Math.min(frames, to + PAD_FRAMES) };
}

/**
 * How many positions of each row exceed each threshold of each kernel:
 * [kernels x quantiles x rows].
 */
export function countPatterns(
  bank: PatternBank,
  grid: Grid,
  range: FrameRange = { from: 0, to: grid.frames },
): Uint32Array {
  const { taps, thresholds, quantiles } = bank;
  const { rows } = grid;
  const kernels = taps.length / 3;
  const counts = new Uint32Array(kernels * quantiles * rows);
  const padded = pad(grid);
  const span = { rows, range, sums: new Float32Array(rows * (range.to - range.from)) };
  for (let step = 0; step < STEPS.length; step++) {
    const offsets = offsetsOf(step, padded.stride);
    sumTaps(padded, offsets, span);
    for (let k = step; k < kernels; k += STEPS.length) {
      const own = [0, 1, 2].map((i) => offsets[taps[k * 3 + i] as number] as number);
      const limits = thresholds.subarray(k * quantiles, (k + 1) * quantiles);
      const into = counts.subarray(k * quantiles * rows, (k + 1) * quantiles * rows);
      countKernel({ padded, span, taps: own, limits }, into);
    }
  }
  return counts;
}

/** The positions that are counted. */
interface Span {
  readonly rows: number;
  readonly range: FrameRange;
  /** Sum over all taps at each, [rows x frames of the range]. */
  readonly sums: Float32Array;
}

function sumTaps({ values, at }: Padded, offsets: readonly number[], span: Span): void {
  const { rows, range, sums } = span;
  const frames = range.to - range.from;
  sums.fill(0);
  for (const offset of offsets) {
    for (let r = 0; r < rows; r++) {
      const from = at(r, range.from) + offset;
      const to = r * frames;
      for (let t = 0; t < frames; t++)
        sums[to + t] = (sums[to + t] as number) + (values[from + t] as number);
    }
  }
}

interface KernelPass {
  readonly padded: Padded;
  readonly span: Span;
  readonly taps: readonly number[];
  readonly limits: Float32Array;
}

/** `into` is [quantiles x rows]. */
function countKernel({ padded, span, taps, limits }: KernelPass, into: Uint32Array): void {
  const { rows, range, sums } = span;
  const frames = range.to - range.from;
  const { values } = padded;
  const [a, b, c] = taps as readonly [number, number, number];
  const lowest = limits[0] as number;
  for (let r = 0; r < rows; r++) {
    const from = padded.at(r, range.from);
    const own = r * frames;
    for (let t = 0; t < frames; t++) {
      const at = from + t;
      const value =
        3 * ((values[at + a] as number) + (values[at + b] as number) + (values[at + c] as number)) -
        (sums[own + t] as number);
      if (value <= lowest) continue;
      for (let q = 0; q < limits.length && value > (limits[q] as number); q++)
        into[q * rows + r] = (into[q * rows + r] as number) + 1;
    }
  }
}
