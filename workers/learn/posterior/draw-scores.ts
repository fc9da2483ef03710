/**
 * Scores of rows under models drawn from the posterior, by Matheron's rule (Wilson et al. 2021): a
 * draw w0 of the prior is moved to what is known,
 *   w = w_map + w0 - Lambda^-1 X' H^1/2 B^-1 (H^1/2 X w0 + e),   B = I + H^1/2 K H^1/2,  e ~ N(0, I),
 * which has exactly the posterior of the Gaussian model: no covariance of the rows asked is needed.
 */
import type { Rng } from '../../../src/domain/math/rng.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import { createDesign, type Design } from '../head/design.ts';
import type { LabelledRow } from '../head/types.ts';
import { fillNormals } from './normals.ts';
import type { PriorScale } from './prior-scale.ts';
import { shareColumns } from './shared-columns.ts';

export interface DrawInput {
  readonly features: Features;
  readonly scale: PriorScale;
  readonly basis: readonly LabelledRow[];
  readonly roots: Float64Array;
  /** From H^1/2 X w0 + e to B^-1 of it, in place. */
  readonly solve: (values: Float64Array) => void;
  readonly rng: Rng;
}

/** Differences from the scores of the model as it stands, [asked x width]: columns are draws. */
export function drawScores(
  { features, scale, basis, roots, solve, rng }: DrawInput,
  asked: readonly LabelledRow[],
  width: number,
): Float64Array {
  const { shared, lonely } = shareColumns(features, [...basis, ...asked], scale);
  const answered = createDesign(features, basis, shared);
  const variances = columnVariances(answered, scale);
  const weights = normals(variances.map(Math.sqrt), width, rng);
  // What is known of the answers: the scores of the draw, and noise of one.
  const known = answered.times(weights, width);
  addTo(known, normals(lonely.subarray(0, basis.length), width, rng));
  scaleRows(known, roots);
  addTo(known, normals(new Float64Array(basis.length).fill(1), width, rng));
  solve(known);
  scaleRows(known, roots);
  const moved = answered.transposedTimes(known, width);
  scaleRows(
    moved,
    variances.map((variance) => -variance),
  );
  addTo(weights, moved);
  const scores = createDesign(features, asked, shared).times(weights, width);
  addTo(scores, normals(lonely.subarray(basis.length), width, rng));
  return scores;
}

/** Row-major [deviations x width] of normal numbers, each row with its standard deviation. */
function normals(deviations: Float64Array, width: number, rng: Rng): Float64Array {
  const values = new Float64Array(deviations.length * width);
  fillNormals(values, rng);
  scaleRows(values, deviations);
  return values;
}

function addTo(target: Float64Array, values: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + (values[i] as number);
}

function columnVariances({ active, denseDims }: Design, scale: PriorScale): Float64Array {
  const variances = new Float64Array(1 + denseDims + active.length);
  variances[0] = scale.intercept;
  variances.set(scale.dense, 1);
  active.forEach((column, at) => {
    variances[1 + denseDims + at] = scale.sparse(column);
  });
  return variances;
}

/** Multiplies row i of a row-major matrix by the i-th factor, in place. */
function scaleRows(matrix: Float64Array, factors: Float64Array): void {
  const width = factors.length === 0 ? 0 : matrix.length / factors.length;
  for (let i = 0; i < factors.length; i++) {
    const factor = factors[i] as number;
    for (let at = i * width; at < (i + 1) * width; at++)
      matrix[at] = (matrix[at] as number) * factor;
  }
}
