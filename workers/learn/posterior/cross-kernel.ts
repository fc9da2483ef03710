/** Prior covariances between rows, x' Lambda^-1 x': what two scores share before anything is learned. */
import type { Features } from '../../../src/modalities/contract.ts';
import { createDesign } from '../head/design.ts';
import { hasIntercept, type LabelledRow } from '../head/types.ts';
import type { PriorScale } from './prior-scale.ts';

/** [rows x others] */
export function crossKernel(
  features: Features,
  scale: PriorScale,
  rows: readonly LabelledRow[],
  others: readonly LabelledRow[],
): Float64Array {
  const kernel = denseProducts(features, scale, rows, others);
  addSparseProducts({ features, scale, rows, others }, kernel);
  return kernel;
}

/** Intercept and dense columns: one product of a design without sparse columns. */
function denseProducts(
  features: Features,
  scale: PriorScale,
  rows: readonly LabelledRow[],
  others: readonly LabelledRow[],
): Float64Array {
  const { dense, denseDims } = features;
  const width = others.length;
  const right = new Float64Array((1 + denseDims) * width);
  others.forEach((other, o) => {
    right[o] = hasIntercept(other) ? scale.intercept : 0;
    for (let k = 0; k < denseDims; k++)
      right[(1 + k) * width + o] =
        (scale.dense[k] as number) * (dense[other.row * denseDims + k] as number);
  });
  return createDesign(withoutSparse(features), rows).times(right, width);
}

interface SparsePart {
  readonly features: Features;
  readonly scale: PriorScale;
  readonly rows: readonly LabelledRow[];
  readonly others: readonly LabelledRow[];
}

function addSparseProducts(
  { features, scale, rows, others }: SparsePart,
  kernel: Float64Array,
): void {
  const { columns, indptr, indices, values } = features.sparse;
  const scattered = new Float64Array(columns);
  const width = others.length;
  rows.forEach(({ row }, i) => {
    const from = indptr[row] as number;
    const to = indptr[row + 1] as number;
    for (let e = from; e < to; e++) {
      const column = indices[e] as number;
      scattered[column] = scale.sparse(column) * (values[e] as number);
    }
    for (let o = 0; o < width; o++) {
      const other = (others[o] as LabelledRow).row;
      let sum = 0;
      for (let e = indptr[other] as number; e < (indptr[other + 1] as number); e++)
        sum += (values[e] as number) * (scattered[indices[e] as number] as number);
      kernel[i * width + o] = (kernel[i * width + o] as number) + sum;
    }
    for (let e = from; e < to; e++) scattered[indices[e] as number] = 0;
  });
}

function withoutSparse(features: Features): Features {
  const { rows } = features;
  const none = new Float32Array(0);
  const indptr = new Uint32Array(rows + 1);
  const sparse = { rows, columns: 0, indptr, indices: new Uint32Array(0), values: none };
  return { ...features, sparse };
}
