/** What the encoder has learned, and the numbers of one picture by it. */
import type { EncodeTools } from '../contract.ts';
import { activate, type Codebook } from './codebook.ts';
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

/** Row-major [rasters x columns]: the features of pictures already at the side of the project. */
export async function featuresOf(
  { books }: ImageState,
  rasters: readonly Raster[],
  tools?: EncodeTools,
): Promise<{ readonly dense: Float32Array; readonly denseDims: number }> {
  const denseDims = books.reduce((sum, { mean }) => sum + mean.length, 0);
  const dense = new Float32Array(rasters.length * denseDims);
  let first = 0;
  for (const { codebook, mean, gain } of books) {
    const pooled = await poolAll(rasters, codebook, tools);
    const columns = mean.length;
    for (let i = 0; i < pooled.length; i++) {
      const k = i % columns;
      const row = (i - k) / columns;
      dense[row * denseDims + first + k] =
        ((pooled[i] as number) - (mean[k] as number)) * (gain[k] as number);
    }
    first += columns;
  }
  return { dense, denseDims };
}
