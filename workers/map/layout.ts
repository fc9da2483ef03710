/** Where every item lies on the map. */
import { principalCoordinates } from '../../src/domain/math/principal-axes.ts';
import { createRng, deriveSeed, type Rng, shuffled } from '../../src/domain/math/rng.ts';
import type { BrowseVectors, MapLayout } from '../api.ts';
import { createCellIndex } from './cell-index.ts';
import { fitSample } from './fit-sample.ts';

/** Neighbourhoods of so many items are learned; about ten seconds of one core. */
export const MOST_FITTED = 6_000;
const FEWEST = 8;
const FIT_SHARE = 0.8;
/** An item that was not learned from lies between so many of its neighbours that were. */
const PLACED_BY = 3;
const PROBES = 4;
const TELL_EVERY = 1_000;

export function pcaLayout({ values, dims, rows }: BrowseVectors): MapLayout {
  const positions = dims === 0 ? new Float32Array(rows * 2) : principalCoordinates(values, dims);
  return { rows, positions: framed(positions), kind: 'pca', fittedOn: rows };
}

export async function umapLayout(
  vectors: BrowseVectors,
  seed: number,
  onProgress: (share: number) => void,
): Promise<MapLayout> {
  const { values, dims, rows } = vectors;
  if (dims === 0 || rows < FEWEST) return pcaLayout(vectors);
  const rng = createRng(deriveSeed(seed, 'map'));
  const sample = sampleOf(rows, rng);
  const chosen = gather(values, dims, sample);
  const fitted = await fitSample({
    values: chosen,
    dims,
    rng,
    onProgress: (share) => onProgress(share * FIT_SHARE),
  });
  const positions = new Float32Array(rows * 2);
  for (const [i, row] of sample.entries())
    positions.set(fitted.subarray(2 * i, 2 * i + 2), 2 * row);
  if (sample.length < rows) {
    const placed = { vectors, sample, chosen, fitted, rng, positions };
    placeRest(placed, (share) => onProgress(FIT_SHARE + share * (1 - FIT_SHARE)));
  }
  return { rows, positions: framed(positions), kind: 'umap', fittedOn: sample.length };
}

function sampleOf(rows: number, rng: Rng): readonly number[] {
  const all = Array.from({ length: rows }, (_, row) => row);
  return rows <= MOST_FITTED ? all : shuffled(all, rng).slice(0, MOST_FITTED);
}

function gather(values: Float32Array, dims: number, rows: readonly number[]): Float32Array {
  const result = new Float32Array(rows.length * dims);
  for (const [i, row] of rows.entries())
    result.set(values.subarray(row * dims, (row + 1) * dims), i * dims);
  return result;
}

interface PlaceRest {
  readonly vectors: BrowseVectors;
  readonly sample: readonly number[];
  readonly chosen: Float32Array;
  readonly fitted: Float32Array;
  readonly rng: Rng;
  /** Filled in. */
  readonly positions: Float32Array;
}

function placeRest(
  { vectors: { values, dims, rows }, sample, chosen, fitted, rng, positions }: PlaceRest,
  onProgress: (share: number) => void,
): void {
  const isFitted = new Uint8Array(rows);
  for (const row of sample) isFitted[row] = 1;
  const index = createCellIndex({ base: chosen, dims, count: PLACED_BY, probes: PROBES, rng });
  for (let row = 0; row < rows; row++) {
    if (row % TELL_EVERY === 0) onProgress(row / rows);
    if (isFitted[row]) continue;
    const near = index.nearest(values.subarray(row * dims, (row + 1) * dims));
    let [x, y, sum] = [0, 0, 0];
    near.rows.forEach((other, i) => {
      const weight = 1 / (1e-3 + (near.distances[i] as number));
      if (!Number.isFinite(near.distances[i])) return;
      x += weight * (fitted[2 * other] as number);
      y += weight * (fitted[2 * other + 1] as number);
      sum += weight;
    });
    positions[2 * row] = sum > 0 ? x / sum : 0;
    positions[2 * row + 1] = sum > 0 ? y / sum : 0;
  }
}

/** Moved and scaled alike in both directions, so that the wider one fills [-1, 1]. In place. */
export function framed(positions: Float32Array): Float32Array {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  positions.forEach((value, i) => {
    const axis = i % 2;
    low[axis] = Math.min(low[axis] as number, value);
    high[axis] = Math.max(high[axis] as number, value);
  });
  const extent = Math.max(...high.map((value, axis) => value - (low[axis] as number)));
  const scale = extent > 0 && Number.isFinite(extent) ? 2 / extent : 1;
  const middle = high.map((value, axis) => (value + (low[axis] as number)) / 2);
  positions.forEach((value, i) => {
    positions[i] = (value - (middle[i % 2] as number)) * scale;
  });
  return positions;
}
