/** What the learner sees of points in the plane. */
import { createRng } from '../../src/domain/math/rng.ts';
import type { QueryVectors } from '../../src/domain/query/strategy.ts';
import type { Csr, Features } from '../../src/modalities/contract.ts';
import { fillWaves, fitFourier, multiplyPlain } from '../../src/modalities/table/fourier.ts';
import type { ToyModel } from '../classroom-api.ts';

const FREQUENCIES = 96;
/** Of them, for those who compare points with each other. */
const FEW = 16;
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
  return { rows, denseDims: 2 * FREQUENCIES, dense: wavesOf(places, FREQUENCIES), sparse };
}

/** Near in the plane means alike, whatever the model can draw. Unit rows. */
export function planeVectors(places: Float32Array): QueryVectors {
  return { dims: 2 * FEW, values: wavesOf(places, FEW) };
}

/** The first `count` waves at each place, [n x 2 count]. */
function wavesOf(places: Float32Array, count: number): Float32Array {
  const dense = new Float32Array(places.length * count);
  const finer = places.map((value) => value * FINER);
  const shape = { rows: places.length / 2, inner: 2, columns: FREQUENCIES };
  const angles = multiplyPlain(finer, waves.frequencies, shape);
  const few = angles.filter((_, i) => i % FREQUENCIES < count);
  fillWaves(few, count, { dense, dims: 2 * count });
  return dense;
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
