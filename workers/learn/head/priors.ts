/**
 * What a person says of a feature becomes its prior. With factor t and mean m per weight the
 * penalty is  precision * t * (w - m)^2 / 2.  In v = w - m it is the plain problem with the scores
 * X m added, and with a precision per column: in the kernel of the dual, each such column counts
 * 1 / t of what it would. One solver serves both.
 */
import type { Features } from '../../../src/modalities/contract.ts';
import type { HyperParameters, LabelledRow } from './types.ts';
import type { HeadWeights } from './weights.ts';

/** A prior on the weights of one feature; what is not named keeps mean 0 and factor 1. */
export interface FeaturePrior {
  readonly block: 'sparse' | 'dense';
  readonly column: number;
  /** Multiple of the block's precision, > 0: 100 nearly silences a feature, evidence can still win. */
  readonly factor?: number;
  /** Expected weight per class, [classes], summing to zero where one class is chosen. */
  readonly means?: readonly number[];
  /**
   * Sparse columns only: 1 = the column may not lower this class against the others, -1 = not raise
   * it, 0 = free, [classes].
   */
  readonly signs?: readonly number[];
  /**
   * A rule keeps its share however many labels come: its precision is at least `RULE_SHARE` times
   * the summed curvature of the labels at this column, bounded by 1/4 sum x^2 (Böhning 1992), so
   * that the objective stays convex and a function of the standing events alone.
   */
  readonly isRule?: boolean;
}

const RULE_SHARE = 2;
const CURVATURE_BOUND = 0.25;

export interface PriorView {
  /** What the means alone say of these rows, [rows x classes]; undefined = nothing. */
  readonly offset: Float64Array | undefined;
  /** Precision factor of a column. */
  readonly factorOf: (block: 'sparse' | 'dense', column: number) => number;
  /** Takes from a plain kernel [n x n] what the factors take from it, in place. */
  readonly correct: (kernel: Float64Array) => void;
  /** From X' a / precision, which knows no factors, to v; in place. */
  readonly divide: (weights: HeadWeights) => void;
  /** From v to w = v + m. */
  readonly finish: (found: HeadWeights) => HeadWeights;
}

export interface PriorInput {
  readonly features: Features;
  readonly classes: number;
  readonly priors: readonly FeaturePrior[];
  readonly labels: readonly LabelledRow[];
  readonly hyper: HyperParameters;
}

/** A column with its values in the labelled rows that have it. */
interface Touched {
  readonly prior: FeaturePrior;
  readonly factor: number;
  readonly at: readonly number[];
  readonly values: readonly number[];
}

export function viewThrough(input: PriorInput): PriorView {
  const { priors, hyper, classes, labels } = input;
  const touched = touch(input);
  const scaled = touched.filter(({ factor }) => factor !== 1);
  const factors = {
    sparse: factorMap(scaled, 'sparse'),
    dense: factorMap(scaled, 'dense'),
  };
  return {
    offset: offsetOf(touched, labels.length, classes),
    factorOf: (block, column) => factors[block].get(column) ?? 1,
    correct: (kernel) => correctKernel(kernel, labels.length, scaled, hyper),
    divide: (weights) => divideColumns(weights, scaled),
    finish: (found) => addMeans(found, priors),
  };
}

/** Throws a RangeError that names the prior when its column, factor or means do not fit. */
export function checkPriors(
  priors: readonly FeaturePrior[],
  features: Features,
  classes: number,
): void {
  for (const { block, column, factor = 1, means, signs } of priors) {
    const columns = block === 'sparse' ? features.sparse.columns : features.denseDims;
    if (!Number.isInteger(column) || column < 0 || column >= columns)
      throw new RangeError(`no ${block} column ${column}; there are 0 to ${columns - 1}`);
    if (!(factor > 0 && factor < Number.POSITIVE_INFINITY))
      throw new RangeError(`prior factor ${factor} of column ${column}; it must be above 0`);
    if (means && (means.length !== classes || !means.every(Number.isFinite)))
      throw new RangeError(
        `prior means [${means}] of column ${column}; ${classes} numbers are needed`,
      );
    if (signs && (block === 'dense' || signs.length !== classes || !signs.every(isSign)))
      throw new RangeError(
        `signs [${signs}] of ${block} column ${column}; ${classes} of -1, 0, 1 on a sparse one are needed`,
      );
  }
}

function isSign(sign: number): boolean {
  return sign === 0 || Math.abs(sign) === 1;
}

function touch({ features, priors, labels, hyper }: PriorInput): readonly Touched[] {
  if (priors.length === 0) return [];
  const found = priors.map((prior) => ({ prior, at: [] as number[], values: [] as number[] }));
  const bySparse = new Map(
    found.filter(({ prior }) => prior.block === 'sparse').map((one) => [one.prior.column, one]),
  );
  const { sparse, dense, denseDims } = features;
  labels.forEach(({ row }, i) => {
    for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++) {
      const one = bySparse.get(sparse.indices[e] as number);
      if (!one) continue;
      one.at.push(i);
      one.values.push(sparse.values[e] as number);
    }
    for (const one of found) {
      if (one.prior.block !== 'dense') continue;
      one.at.push(i);
      one.values.push(dense[row * denseDims + one.prior.column] as number);
    }
  });
  return found.map(({ prior, at, values }) => {
    const squares = values.reduce((sum, value) => sum + value * value, 0);
    const factor = factorOf(prior, squares, hyper[prior.block]);
    return { prior, factor, at, values };
  });
}

/** `squares`: sum of the squared values of the column over the labelled rows. */
export function factorOf(
  { factor = 1, isRule }: FeaturePrior,
  squares: number,
  precision: number,
): number {
  if (!isRule) return factor;
  return factor * Math.max(1, (RULE_SHARE * CURVATURE_BOUND * squares) / precision);
}

function factorMap(touched: readonly Touched[], block: 'sparse' | 'dense') {
  const own = touched.filter(({ prior }) => prior.block === block);
  return new Map(own.map(({ prior, factor }) => [prior.column, factor]));
}

function offsetOf(
  touched: readonly Touched[],
  rows: number,
  classes: number,
): Float64Array | undefined {
  const withMeans = touched.filter(({ prior }) => prior.means?.some((mean) => mean !== 0));
  if (withMeans.length === 0) return undefined;
  const offset = new Float64Array(rows * classes);
  for (const { prior, at, values } of withMeans) {
    at.forEach((i, k) => {
      prior.means?.forEach((mean, c) => {
        offset[i * classes + c] =
          (offset[i * classes + c] as number) + (values[k] as number) * mean;
      });
    });
  }
  return offset;
}

function correctKernel(
  kernel: Float64Array,
  n: number,
  scaled: readonly Touched[],
  hyper: HyperParameters,
): void {
  for (const { prior, factor, at, values } of scaled) {
    const share = (1 - 1 / factor) / hyper[prior.block];
    at.forEach((i, a) => {
      at.forEach((j, b) => {
        kernel[i * n + j] =
          (kernel[i * n + j] as number) - share * (values[a] as number) * (values[b] as number);
      });
    });
  }
}

function divideColumns(weights: HeadWeights, scaled: readonly Touched[]): void {
  const { classes } = weights;
  for (const { prior, factor } of scaled) {
    const block = weights[prior.block];
    for (let at = prior.column * classes; at < (prior.column + 1) * classes; at++)
      block[at] = (block[at] as number) / factor;
  }
}

function addMeans(found: HeadWeights, priors: readonly FeaturePrior[]): HeadWeights {
  const withMeans = priors.filter(({ means }) => means);
  if (withMeans.length === 0) return found;
  const weights = { ...found, sparse: found.sparse.slice(), dense: found.dense.slice() };
  for (const { block, column, means } of withMeans) {
    means?.forEach((mean, c) => {
      const at = column * found.classes + c;
      weights[block][at] = (weights[block][at] as number) + mean;
    });
  }
  return weights;
}
