/**
 * What a person says of a feature becomes its prior. With factor t and mean m per weight the
 * penalty is  precision * t * (w - m)^2 / 2.  Substituting u = sqrt(t) (w - m) gives back the plain
 * problem on features divided by sqrt(t), with the scores X m added: one solver serves both.
 */
import type { Features } from '../../../src/modalities/contract.ts';
import type { LabelledRow } from './types.ts';
import type { HeadWeights } from './weights.ts';

/** A prior on the weights of one feature; what is not named keeps mean 0 and factor 1. */
export interface FeaturePrior {
  readonly block: 'sparse' | 'dense';
  readonly column: number;
  /** Multiple of the block's precision, > 0: 100 nearly silences a feature, evidence can still win. */
  readonly factor?: number;
  /** Expected weight per class, [classes]. */
  readonly means?: readonly number[];
}

export interface PriorView {
  /** Features as the solvers see them. */
  readonly features: Features;
  /** What the means alone say of these rows, [rows x classes]; absent = nothing. */
  readonly offset: (labels: readonly LabelledRow[]) => Float64Array | undefined;
  /** From what the solver found (u) to weights of the true features (w). */
  readonly finish: (found: HeadWeights) => HeadWeights;
}

/** Throws a RangeError that names the prior when its column, factor or means do not fit. */
export function viewThrough(
  features: Features,
  classes: number,
  priors: readonly FeaturePrior[],
): PriorView {
  for (const prior of priors) check(prior, features, classes);
  if (priors.length === 0) return { features, offset: () => undefined, finish: (found) => found };
  const shrink = {
    sparse: new Float32Array(features.sparse.columns).fill(1),
    dense: new Float32Array(features.denseDims).fill(1),
  };
  for (const { block, column, factor = 1 } of priors) shrink[block][column] = 1 / Math.sqrt(factor);
  return {
    features: scaleColumns(features, shrink),
    offset: (labels) => offsetOf(features, classes, priors, labels),
    finish: (found) => finish(found, shrink, priors),
  };
}

function check({ block, column, factor = 1, means }: FeaturePrior, features: Features, k: number) {
  const columns = block === 'sparse' ? features.sparse.columns : features.denseDims;
  if (!Number.isInteger(column) || column < 0 || column >= columns)
    throw new RangeError(`no ${block} column ${column}; there are 0 to ${columns - 1}`);
  if (!(factor > 0 && factor < Number.POSITIVE_INFINITY))
    throw new RangeError(`prior factor ${factor} of column ${column}; it must be above 0`);
  if (means && (means.length !== k || !means.every(Number.isFinite)))
    throw new RangeError(`prior means [${means}] of column ${column}; ${k} numbers are needed`);
}

type Shrink = Readonly<Record<'sparse' | 'dense', Float32Array>>;

function scaleColumns(features: Features, shrink: Shrink): Features {
  const { dense, denseDims, sparse } = features;
  const isDenseTouched = shrink.dense.some((one) => one !== 1);
  return {
    ...features,
    dense: isDenseTouched
      ? dense.map((value, i) => value * (shrink.dense[i % denseDims] as number))
      : dense,
    sparse: {
      ...sparse,
      values: sparse.values.map(
        (value, e) => value * (shrink.sparse[sparse.indices[e] as number] as number),
      ),
    },
  };
}

function offsetOf(
  { dense, denseDims, sparse }: Features,
  classes: number,
  priors: readonly FeaturePrior[],
  labels: readonly LabelledRow[],
): Float64Array | undefined {
  const withMeans = priors.filter(({ means }) => means?.some((mean) => mean !== 0));
  if (withMeans.length === 0) return undefined;
  const offset = new Float64Array(labels.length * classes);
  labels.forEach(({ row }, i) => {
    const end = sparse.indptr[row + 1] as number;
    for (const { block, column, means } of withMeans) {
      let value = dense[row * denseDims + column] as number;
      if (block === 'sparse') {
        const at = sparse.indices.subarray(sparse.indptr[row], end).indexOf(column);
        value = at < 0 ? 0 : (sparse.values[(sparse.indptr[row] as number) + at] as number);
      }
      if (value === 0) continue;
      means?.forEach((mean, c) => {
        offset[i * classes + c] = (offset[i * classes + c] as number) + value * mean;
      });
    }
  });
  return offset;
}

function finish(found: HeadWeights, shrink: Shrink, priors: readonly FeaturePrior[]): HeadWeights {
  const { classes } = found;
  const unscale = (block: 'sparse' | 'dense'): Float32Array =>
    found[block].map((u, at) => u * (shrink[block][Math.floor(at / classes)] as number));
  const weights = { ...found, sparse: unscale('sparse'), dense: unscale('dense') };
  for (const { block, column, means } of priors) {
    means?.forEach((mean, c) => {
      const at = column * classes + c;
      weights[block][at] = (weights[block][at] as number) + mean;
    });
  }
  return weights;
}
