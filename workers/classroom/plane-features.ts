/** What the learner sees of points in the plane. */
import { createRng } from '../../src/domain/math/rng.ts';
import type { Csr, Features } from '../../src/modalities/contract.ts';
import { fillWaves, fitFourier, multiplyPlain } from '../../src/modalities/table/fourier.ts';
import type { ToyModel } from '../classroom-api.ts';

const FREQUENCIES = 96;
/** Waves are fitted to the square as a whole, so that a point has the same features in every set. */
const REFERENCE_POINTS = 512;
const SEED = 1;
/** The square's own length scale is coarse: moons need waves this much shorter. */
const FINER = 2.2;

const waves = fitFourier({
  sample: referenceSquare(),
  inputs: 2,
  count: FREQUENCIES,
  seed: SEED,
});

function referenceSquare(): Float32Array {
  const rng = createRng(SEED);
  return Float32Array.from({ length: REFERENCE_POINTS * 2 }, () => 2 * rng.next() - 1);
}

/** `places` row-major [n x 2]. Straight: (x, y). Curved: unit rows of random Fourier features. */
export function planeFeatures(places: Float32Array, model: ToyModel): Features {
  const rows = places.length / 2;
  const sparse = noColumns(rows);
  if (model === 'straight') return { rows, denseDims: 2, dense: places, sparse };
  const denseDims = 2 * FREQUENCIES;
  const dense = new Float32Array(rows * denseDims);
  const finer = places.map((value) => value * FINER);
  const shape = { rows, inner: 2, columns: FREQUENCIES };
  fillWaves(multiplyPlain(finer, waves.frequencies, shape), FREQUENCIES, {
    dense,
    dims: denseDims,
  });
  return { rows, denseDims, dense, sparse };
}

function noColumns(rows: number): Csr {
  return {
    rows,
    columns: 0,
    indptr: new Uint32Array(rows + 1),
    indices: new Uint32Array(0),
    values: new Float32Array(0),
  };
}
