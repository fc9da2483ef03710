/** What each cell of a picture adds to the score of each class: exact, since pooling is a sum. */
import type { EncodeTools } from '../contract.ts';
import type { LinearHead } from '../explain-contract.ts';
import { activate } from './codebook.ts';
import { cellsOfPlaces, explainGrid } from './grid.ts';
import type { Mixing } from './mixing.ts';
import { type PatchGrid, patchGrid } from './patches.ts';
import { POOLS } from './plan.ts';
import { type PoolMap, poolMapOf } from './pool.ts';
import type { Raster } from './raster.ts';
import type { Book, ImageState } from './state.ts';

export interface CellScores {
  readonly grid: PatchGrid;
  readonly classes: number;
  /** Row-major [cells x classes]; with the intercept they add up to the scores. */
  readonly scores: Float64Array;
}

/** `raster` is at the side of the project. */
export async function cellScores(
  { books, mixing }: ImageState,
  raster: Raster,
  head: LinearHead,
  tools?: EncodeTools,
): Promise<CellScores> {
  const grid = explainGrid(raster);
  const { classes } = head;
  const scores = new Float64Array(grid.columns * grid.rows * classes);
  const pulled = pullBack(mixing, head);
  let first = 0;
  for (const book of books) {
    const activations = await activate(book.codebook, [raster], tools);
    const cells = cellsOfPlaces(raster, patchGrid(raster, book.codebook.shape), grid);
    const weights = pulled.subarray(first * classes, (first + book.mean.length) * classes);
    const pool = poolMapOf(raster, book.codebook);
    addPlaces({ book, activations, cells, weights, pool, classes }, scores);
    first += book.mean.length;
  }
  return { grid, classes, scores };
}

/** What one unit of each pooled column adds to each class, row-major [columns x classes]. */
function pullBack({ matrix, dims }: Mixing, { dense, classes }: LinearHead): Float64Array {
  const columns = matrix.length / Math.max(1, dims);
  const result = new Float64Array(columns * classes);
  for (let column = 0; column < columns; column++)
    for (let d = 0; d < dims; d++) {
      const value = matrix[column * dims + d] as number;
      for (let c = 0; c < classes; c++)
        result[column * classes + c] =
          (result[column * classes + c] as number) + value * (dense[d * classes + c] as number);
    }
  return result;
}

interface Places {
  readonly book: Book;
  /** Row-major [places x words]. */
  readonly activations: Float32Array;
  readonly cells: Uint16Array;
  /** Of this book: row-major [columns x classes]. */
  readonly weights: Float64Array;
  readonly pool: PoolMap;
  readonly classes: number;
}

/** A place adds what it shows less what a place of the project shows on average. */
function addPlaces(input: Places, scores: Float64Array): void {
  const { book, activations, cells, pool, classes } = input;
  const { size } = book.codebook;
  const known = new Map<string, PlaceWeights>();
  for (let place = 0; place < cells.length; place++) {
    const own = pool.cells.subarray(place * POOLS.length, (place + 1) * POOLS.length);
    const key = own.join();
    const found = known.get(key) ?? weighPlace(input, own);
    known.set(key, found);
    const to = (cells[place] as number) * classes;
    for (let c = 0; c < classes; c++) {
      let sum = found.constant[c] as number;
      for (let k = 0; k < size; k++)
        sum += (activations[place * size + k] as number) * (found.weights[c * size + k] as number);
      scores[to + c] = (scores[to + c] as number) + sum;
    }
  }
}

interface PlaceWeights {
  /** What a unit of each word adds at this place: [classes x words]. */
  readonly weights: Float64Array;
  /** What an average place would add, taken away: [classes]. */
  readonly constant: Float64Array;
}

/** The same for all places of one quarter. */
function weighPlace({ book, weights, pool, classes }: Places, own: Uint16Array): PlaceWeights {
  const { mean, gain, codebook } = book;
  const { size } = codebook;
  const result = new Float64Array(classes * size);
  const constant = new Float64Array(classes);
  for (const cell of own) {
    const share = 1 / (pool.counts[cell] as number);
    for (let k = 0; k < size; k++) {
      const column = cell * size + k;
      const factor = share * (gain[column] as number);
      for (let c = 0; c < classes; c++) {
        const weight = factor * (weights[column * classes + c] as number);
        result[c * size + k] = (result[c * size + k] as number) + weight;
        constant[c] = (constant[c] as number) - weight * (mean[column] as number);
      }
    }
  }
  return { weights: result, constant };
}
