/** UMAP (McInnes, Healy and Melville 2018) of a sample of the items, by the library umap-js. */
import { UMAP } from 'umap-js';
import type { Rng } from '../../src/domain/math/rng.ts';
import { createCellIndex } from './cell-index.ts';

const NEIGHBOURS = 15;
const EPOCHS = 200;
/** Of the cells of a sample of 6,000, about one in four is looked through. */
const PROBES = 20;
const GRAPH_SHARE = 0.35;
const YIELD_EVERY = 250;

export interface FitOptions {
  /** [rows x dims], more rows than neighbours. */
  readonly values: Float32Array;
  readonly dims: number;
  readonly rng: Rng;
  readonly onProgress: (share: number) => void;
}

/** [rows x 2] */
export async function fitSample({
  values,
  dims,
  rng,
  onProgress,
}: FitOptions): Promise<Float32Array> {
  const rows = values.length / dims;
  const count = Math.min(NEIGHBOURS, rows - 1);
  const index = createCellIndex({ base: values, dims, count, probes: PROBES, rng });
  const knn: { rows: number[][]; distances: number[][] } = { rows: [], distances: [] };
  for (let row = 0; row < rows; row++) {
    const found = index.nearest(values.subarray(row * dims, (row + 1) * dims));
    knn.rows.push([...found.rows]);
    knn.distances.push([...found.distances]);
    if (row % YIELD_EVERY === 0) onProgress((row / rows) * GRAPH_SHARE);
  }
  const umap = new UMAP({ nNeighbors: count, nEpochs: EPOCHS, minDist: 0.1, random: rng.next });
  umap.setPrecomputedKNN(knn.rows, knn.distances);
  // With the neighbours known it only counts the rows.
  const epochs = umap.initializeFit(Array.from({ length: rows }, () => [0]));
  for (let epoch = 0; epoch < epochs; epoch++) {
    umap.step();
    if (epoch % 5 === 0) onProgress(GRAPH_SHARE + (epoch / epochs) * (1 - GRAPH_SHARE));
  }
  return Float32Array.from(umap.getEmbedding().flat());
}
