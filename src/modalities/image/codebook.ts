/**
 * A codebook: typical patches of the project's own pictures, and how much each place of a picture is
 * like each of them (Coates, Lee and Ng 2011, "triangle": max(0, mean distance - distance)).
 */
import { createRng, type Rng } from '../../domain/math/rng.ts';
import type { EncodeTools } from '../contract.ts';
import { kMeans } from './kmeans.ts';
import { multiplyPlain } from './multiply.ts';
import {
  allPatches,
  centreOf,
  type PatchShape,
  patchGrid,
  patchLength,
  readPatch,
} from './patches.ts';
import type { Raster } from './raster.ts';
import { learnWhitening, type WhiteningOptions } from './whitening.ts';

/** A word that stands for fewer patches than these is chance. */
const PATCHES_PER_WORD = 30;

export interface Codebook {
  readonly shape: PatchShape;
  /** Row-major [patch length x dims]. */
  readonly projection: Float32Array;
  /** The mean patch, projected, [dims]. */
  readonly offset: Float32Array;
  readonly dims: number;
  /** One column per word: row-major [dims x words]. */
  readonly words: Float32Array;
  readonly size: number;
}

export interface CodebookOptions {
  readonly shape: PatchShape;
  readonly words: number;
  /** Patches it is learned from. */
  readonly patches: number;
  readonly rounds: number;
  readonly whitening: Omit<WhiteningOptions, 'between'>;
  readonly seed: number;
  readonly between: (fraction: number) => Promise<void>;
}

export async function learnCodebook(
  rasters: readonly Raster[],
  options: CodebookOptions,
): Promise<Codebook> {
  const { shape, words, rounds, whitening, seed, between } = options;
  const rng = createRng(seed);
  const length = patchLength(shape);
  const sample = drawPatches(rasters, options, rng);
  const clusters = Math.min(words, Math.ceil(sample.length / length / PATCHES_PER_WORD));
  await between(0.05);
  const { mean, projection, dims } = await learnWhitening(sample, length, {
    ...whitening,
    between: () => between(0.08),
  });
  await between(0.1);
  const offset = await multiplyPlain(mean, projection, { rows: 1, inner: length, columns: dims });
  const points = await project(sample, { projection, offset, dims, length }, multiplyPlain);
  const centres = await kMeans({
    points,
    dims,
    clusters,
    rounds,
    rng,
    between: (fraction) => between(0.1 + 0.9 * fraction),
  });
  const size = dims === 0 ? 0 : centres.length / dims;
  const turned = new Float32Array(centres.length);
  for (let k = 0; k < size; k++)
    for (let d = 0; d < dims; d++) turned[d * size + k] = centres[k * dims + d] as number;
  return { shape, projection, offset, dims, words: turned, size };
}

function placesOf(raster: Raster, shape: PatchShape): number {
  const { columns, rows } = patchGrid(raster, shape);
  return columns * rows;
}

/** Patches at places drawn evenly over the pictures, row-major [patches x length]. */
function drawPatches(
  rasters: readonly Raster[],
  { shape, patches }: CodebookOptions,
  rng: Rng,
): Float32Array {
  const places = rasters.reduce((sum, raster) => sum + placesOf(raster, shape), 0);
  const count = Math.min(patches, places);
  const length = patchLength(shape);
  const sample = new Float32Array(count * length);
  for (let p = 0; p < count; p++) {
    const raster = rasters[p % rasters.length] as Raster;
    const { columns, rows } = patchGrid(raster, shape);
    const place = {
      x: centreOf(rng.integer(columns), columns, raster.width),
      y: centreOf(rng.integer(rows), rows, raster.height),
    };
    readPatch(raster, shape, place, sample, p * length);
  }
  return sample;
}

interface Projection {
  readonly projection: Float32Array;
  readonly offset: Float32Array;
  readonly dims: number;
  readonly length: number;
}

async function project(
  patches: Float32Array,
  { projection, offset, dims, length }: Projection,
  multiply: EncodeTools['multiply'],
): Promise<Float32Array> {
  const rows = patches.length / length;
  const points = await multiply(patches, projection, { rows, inner: length, columns: dims });
  for (let i = 0, d = 0; i < points.length; i++, d = d + 1 === dims ? 0 : d + 1)
    points[i] = (points[i] as number) - (offset[d] as number);
  return points;
}

/** How much each place of the pictures is like each word: row-major [places x size], none below 0. */
export async function activate(
  codebook: Codebook,
  rasters: readonly Raster[],
  tools?: EncodeTools,
): Promise<Float32Array> {
  const { shape, dims, words, size } = codebook;
  const multiply = tools?.multiply ?? multiplyPlain;
  const length = patchLength(shape);
  const all = rasters.map((raster) => allPatches(raster, shape));
  const joined = new Float32Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  const rows = joined.length / length;
  const points = await project(joined, { ...codebook, length }, multiply);
  const products = await multiply(points, words, { rows, inner: dims, columns: size });
  const squares = wordSquares(codebook);
  for (let row = 0; row < rows; row++) {
    let own = 0;
    for (let d = row * dims; d < (row + 1) * dims; d++) own += (points[d] as number) ** 2;
    triangle(products.subarray(row * size, (row + 1) * size), own, squares);
  }
  return products;
}

function wordSquares({ words, dims, size }: Codebook): Float64Array {
  const squares = new Float64Array(size);
  for (let d = 0; d < dims; d++)
    for (let k = 0; k < size; k++)
      squares[k] = (squares[k] as number) + (words[d * size + k] as number) ** 2;
  return squares;
}

/** From products x.c to activations, in place. */
function triangle(products: Float32Array, own: number, squares: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < products.length; k++) {
    const square = own + (squares[k] as number) - 2 * (products[k] as number);
    const distance = square > 0 ? Math.sqrt(square) : 0;
    products[k] = distance;
    sum += distance;
  }
  const mean = sum / products.length;
  for (let k = 0; k < products.length; k++) {
    const value = mean - (products[k] as number);
    products[k] = value > 0 ? value : 0;
  }
}
