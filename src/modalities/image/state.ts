/** What the encoder has learned, and the numbers of one picture by it. */
import type { Csr, EncodeTools, Features } from '../contract.ts';
import type { LinearHead } from '../explain-contract.ts';
import { scoresOf } from '../forward.ts';
import { activate, type Codebook } from './codebook.ts';
import type { Mixing } from './mixing.ts';
import { multiplyPlain } from './multiply.ts';
import { patchGrid } from './patches.ts';
import { POOL_CELLS } from './plan.ts';
import { addPooled, poolMapOf } from './pool.ts';
import { fittedSize, type Raster, resize } from './raster.ts';

/** One codebook with the scale of its columns. */
export interface Book {
  readonly codebook: Codebook;
  /** Mean of each pooled column over the project, [POOL_CELLS x words]. */
  readonly mean: Float32Array;
  /** feature = (pooled - mean) times gain. */
  readonly gain: Float32Array;
}

export interface ImageState {
  /** Every picture is brought to this longer side. */
  readonly side: number;
  readonly books: readonly Book[];
  /** From the columns of all books to the features. */
  readonly mixing: Mixing;
}

export function columnsOfBook({ size }: Codebook): number {
  return POOL_CELLS * size;
}

/** To the side of the project: by area where it shrinks, by repeating pixels where it grows. */
export function toSide(raster: Raster, side: number): Raster {
  const { width, height } = fittedSize(raster.width, raster.height, side);
  return resize(raster, width, height);
}

/** Places that are read at once: bounds the memory of a product to some 40 MB. */
const PLACES_AT_ONCE = 16_384;

/** Pooled activations of one book, row-major [rasters x POOL_CELLS x words]. */
export async function poolAll(
  rasters: readonly Raster[],
  codebook: Codebook,
  tools?: EncodeTools,
): Promise<Float32Array> {
  const columns = columnsOfBook(codebook);
  const result = new Float32Array(rasters.length * columns);
  for (let from = 0; from < rasters.length; ) {
    const part = nextPart(rasters, from, codebook);
    const activations = await activate(codebook, part, tools);
    let at = 0;
    part.forEach((raster, i) => {
      const { columns: across, rows: down } = patchGrid(raster, codebook.shape);
      const end = at + across * down * codebook.size;
      addPooled(
        activations.subarray(at, end),
        poolMapOf(raster, codebook),
        result,
        (from + i) * columns,
      );
      at = end;
    });
    from += part.length;
  }
  return result;
}

function nextPart(rasters: readonly Raster[], from: number, { shape }: Codebook): Raster[] {
  const part: Raster[] = [];
  let places = 0;
  for (const raster of rasters.slice(from)) {
    const grid = patchGrid(raster, shape);
    places += grid.columns * grid.rows;
    if (part.length > 0 && places > PLACES_AT_ONCE) break;
    part.push(raster);
  }
  return part;
}

/** The features of pictures already at the side of the project. */
export async function encodeRasters(
  { books, mixing }: ImageState,
  rasters: readonly Raster[],
  tools?: EncodeTools,
): Promise<Features> {
  const rows = rasters.length;
  const { dims } = mixing;
  const multiply = tools?.multiply ?? multiplyPlain;
  const columns = await scaledColumns(books, rasters, tools);
  const inner = mixing.matrix.length / Math.max(1, dims);
  const dense = await multiply(columns, mixing.matrix, { rows, inner, columns: dims });
  return { rows, denseDims: dims, dense, sparse: noColumns(rows) };
}

/** Pooled, centred and scaled columns of all books side by side, row-major [rasters x columns]. */
async function scaledColumns(
  books: readonly Book[],
  rasters: readonly Raster[],
  tools?: EncodeTools,
): Promise<Float32Array> {
  const width = books.reduce((sum, { mean }) => sum + mean.length, 0);
  const result = new Float32Array(rasters.length * width);
  let first = 0;
  for (const book of books) {
    const scaled = scale(book, await poolAll(rasters, book.codebook, tools));
    const columns = book.mean.length;
    for (let row = 0; row < rasters.length; row++)
      result.set(scaled.subarray(row * columns, (row + 1) * columns), row * width + first);
    first += columns;
  }
  return result;
}

/** Pooled columns, centred and scaled, in place. */
export function scale({ mean, gain }: Omit<Book, 'codebook'>, pooled: Float32Array): Float32Array {
  const columns = mean.length;
  for (let i = 0, k = 0; i < pooled.length; i++, k = k + 1 === columns ? 0 : k + 1)
    pooled[i] = ((pooled[i] as number) - (mean[k] as number)) * (gain[k] as number);
  return pooled;
}

function noColumns(rows: number): Csr {
  const none = { indices: new Uint32Array(0), values: new Float32Array(0) };
  return { rows, columns: 0, indptr: new Uint32Array(rows + 1), ...none };
}

/** Scores by class of each picture, by a full forward pass. */
export async function scoreAll(
  state: ImageState,
  rasters: readonly Raster[],
  head: LinearHead,
  tools?: EncodeTools,
): Promise<readonly Float64Array[]> {
  const features = await encodeRasters(state, rasters, tools);
  return rasters.map((_, row) => scoresOf(features, row, head));
}
