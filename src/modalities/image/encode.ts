/**
 * Image encoder "patches": how often and where a picture shows the typical patches of the project's
 * own pictures (Coates, Lee and Ng 2011: whitening, k-means, triangle activation, pooling over
 * quarters), and the same of colours. Learned on the device; needs no download. Every number is an
 * affine function of what single places show, so that a score divides exactly among places.
 */
import { deriveSeed } from '../../domain/math/rng.ts';
import type { Encoder, EncodeTools, Features, FitOptions } from '../contract.ts';
import { gainsOf } from '../network/scale.ts';
import { type Codebook, learnCodebook } from './codebook.ts';
import { loadRaster } from './load.ts';
import { learnMixing } from './mixing.ts';
import { planFor } from './plan.ts';
import { greyRaster, RASTER_SIDE, type Raster } from './raster.ts';
import {
  type Book,
  columnsOfBook,
  encodeRasters,
  type ImageState,
  poolAll,
  scale,
  toSide,
} from './state.ts';

/** Patches a codebook is learned from, and rounds of k-means: more changed nothing that was measured. */
const PATCHES = 15_000;
const ROUNDS = 10;
/** Pictures from which the scale of the columns is taken. */
const SCALE_PICTURES = 600;
/** Pictures between two pauses. */
const PIECE = 4;
const WHITENING = { floor: 0.1, keep: 0.99, most: 48 } as const;

type Report = (fraction: number) => Promise<void>;

async function fit(inputs: readonly Raster[], options: FitOptions): Promise<ImageState> {
  const report = createReporter(options);
  await report(0);
  const { side, books: plans } = planFor(inputs);
  const rasters = inputs.map((input) => toSide(input, side));
  const parts = createShares(report, [...plans.flatMap(() => [3, 2]), 3]);
  const shown = evenly(rasters, SCALE_PICTURES);
  const scaled: Scaled[] = [];
  for (const [i, plan] of inputs.length === 0 ? [] : plans.entries()) {
    const codebook = await learnCodebook(rasters, {
      ...plan,
      patches: PATCHES,
      rounds: ROUNDS,
      whitening: WHITENING,
      seed: deriveSeed(options.seed, i),
      between: parts.next(),
    });
    scaled.push(await scaleColumns(codebook, shown, options.tools, parts.next()));
  }
  const mixing = await learnMixing({
    ...sideBySide(
      scaled.map(({ columns }) => columns),
      shown.length,
    ),
    seed: deriveSeed(options.seed, 'mixing'),
    between: parts.next(),
  });
  await report(1);
  return { side, books: scaled.map(({ book }) => book), mixing };
}

interface Scaled {
  readonly book: Book;
  /** Of the pictures the scale was taken from, row-major. */
  readonly columns: Float32Array;
}

/** Standardises the columns, then scales the book as a whole to rows of unit length on average. */
async function scaleColumns(
  codebook: Codebook,
  rasters: readonly Raster[],
  tools: EncodeTools | undefined,
  report: Report,
): Promise<Scaled> {
  const width = columnsOfBook(codebook);
  const pooled = new Float32Array(rasters.length * width);
  for (let from = 0; from < rasters.length; from += PIECE) {
    const part = await poolAll(rasters.slice(from, from + PIECE), codebook, tools);
    pooled.set(part, from * width);
    await report((from + PIECE) / rasters.length);
  }
  const sums = new Float64Array(width);
  const squares = new Float64Array(width);
  pooled.forEach((value, i) => {
    const k = i % width;
    sums[k] = (sums[k] as number) + value;
    squares[k] = (squares[k] as number) + value * value;
  });
  const count = rasters.length;
  const mean = Float32Array.from(sums, (sum) => sum / count);
  const variance = squares.map((square, k) =>
    Math.max(0, square / count - (mean[k] as number) ** 2),
  );
  const book = { codebook, mean, gain: gainsOf(variance) };
  return { book, columns: scale(book, pooled) };
}

/** Blocks of columns of the same rows as one matrix. */
function sideBySide(blocks: readonly Float32Array[], count: number) {
  const columns = blocks.reduce((sum, block) => sum + block.length / Math.max(1, count), 0);
  const rows = new Float32Array(count * columns);
  let first = 0;
  for (const block of blocks) {
    const width = block.length / count;
    for (let row = 0; row < count; row++)
      rows.set(block.subarray(row * width, (row + 1) * width), row * columns + first);
    first += width;
  }
  return { rows, columns };
}

function evenly<T>(values: readonly T[], count: number): readonly T[] {
  if (values.length <= count) return values;
  return Array.from(
    { length: count },
    (_, i) => values[Math.floor((i * values.length) / count)] as T,
  );
}

async function encode(
  state: ImageState,
  inputs: readonly Raster[],
  tools?: EncodeTools,
): Promise<Features> {
  return encodeRasters(
    state,
    inputs.map((input) => toSide(input, state.side)),
    tools,
  );
}

/** Splits the way from 0 to 1 into parts of these sizes; each part is told its own fraction. */
function createShares(report: Report, sizes: readonly number[]): { readonly next: () => Report } {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let before = 0;
  let at = 0;
  return {
    next() {
      const from = before;
      const size = sizes[at] ?? 0;
      before += size;
      at += 1;
      return (fraction) => report((from + size * Math.min(1, fraction)) / total);
    },
  };
}

function createReporter({ onProgress, signal }: FitOptions): Report {
  let last = 0;
  return async (fraction) => {
    last = Math.max(last, Math.min(1, fraction));
    onProgress(last);
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
  };
}

export const imageEncoder: Encoder<ImageState, Raster> = {
  id: 'image-patches-1',
  fitOn: 2_000,
  load: loadRaster,
  blank: () => greyRaster(RASTER_SIDE),
  fit,
  encode,
};
