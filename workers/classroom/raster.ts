/** The model over the whole plane, as a picture can be painted from it. */
import type { Features } from '../../src/modalities/contract.ts';
import type { Raster, ToyModel } from '../classroom-api.ts';
import type { Learner } from '../learn/learner.ts';
import { planeFeatures } from './plane-features.ts';

/** Cells a side: between them the page interpolates. */
export const RASTER_SIZE = 48;

const grids = new Map<ToyModel, Features>();

export async function rasterOf(
  learner: Pick<Learner, 'score'>,
  model: ToyModel,
  classes: number,
): Promise<Raster> {
  const grid = grids.get(model) ?? planeFeatures(gridPlaces(RASTER_SIZE), model);
  grids.set(model, grid);
  const probabilities = await learner.score(grid);
  const values = Uint8Array.from(probabilities, (p) => Math.round(255 * p));
  return { size: RASTER_SIZE, classes, values };
}

/** Corners included: cell (column, row) lies at x = -1 + 2 column / (size - 1), y = 1 - 2 row / (size - 1). */
export function gridPlaces(size: number): Float32Array {
  const places = new Float32Array(size * size * 2);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const at = 2 * (row * size + column);
      places[at] = -1 + (2 * column) / (size - 1);
      places[at + 1] = 1 - (2 * row) / (size - 1);
    }
  return places;
}
