/** From the dual solution to weights per feature, and from weights to scores. */
import type { Csr, Features } from '../../../src/modalities/contract.ts';
import { type HyperParameters, hasIntercept, type LabelledRow } from './types.ts';

/** Row-major, one column per class. */
export interface HeadWeights {
  readonly classes: number;
  readonly sparse: Float32Array;
  readonly dense: Float32Array;
  readonly intercept: Float32Array;
}

export interface WeightsInput {
  readonly features: Features;
  readonly labels: readonly LabelledRow[];
  readonly dual: Float64Array;
  readonly hyper: HyperParameters;
  readonly classes: number;
}

/** w = X' a / precision, block by block, summed in double precision. */
export function weightsOf({ features, labels, dual, hyper, classes }: WeightsInput): HeadWeights {
  const { dense, denseDims, sparse } = features;
  const sums = {
    sparse: new Float64Array(sparse.columns * classes),
    dense: new Float64Array(denseDims * classes),
    intercept: new Float64Array(classes),
  };
  const add = (target: Float64Array, at: number, value: number): void => {
    target[at] = (target[at] as number) + value;
  };
  labels.forEach((label, i) => {
    const { row } = label;
    const forIntercept = hasIntercept(label) ? 1 / hyper.intercept : 0;
    for (let c = 0; c < classes; c++) {
      const a = dual[i * classes + c] as number;
      if (a === 0) continue;
      add(sums.intercept, c, a * forIntercept);
      const forDense = a / hyper.dense;
      for (let k = 0; k < denseDims; k++)
        add(sums.dense, k * classes + c, forDense * (dense[row * denseDims + k] as number));
      const forSparse = a / hyper.sparse;
      for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++) {
        const at = (sparse.indices[e] as number) * classes + c;
        add(sums.sparse, at, forSparse * (sparse.values[e] as number));
      }
    }
  });
  return {
    classes,
    sparse: Float32Array.from(sums.sparse),
    dense: Float32Array.from(sums.dense),
    intercept: Float32Array.from(sums.intercept),
  };
}

/** Scores of labelled rows, [rows x classes]; a difference has no intercept. */
export function rowScores(
  { dense, denseDims, sparse }: Features,
  labels: readonly LabelledRow[],
  weights: HeadWeights,
): Float64Array {
  const { classes } = weights;
  const scores = new Float64Array(labels.length * classes);
  labels.forEach((label, i) => {
    const { row } = label;
    const add = (value: number, from: Float32Array, at: number): void => {
      for (let c = 0; c < classes; c++)
        scores[i * classes + c] =
          (scores[i * classes + c] as number) + value * (from[at * classes + c] as number);
    };
    if (hasIntercept(label)) add(1, weights.intercept, 0);
    for (let k = 0; k < denseDims; k++) add(dense[row * denseDims + k] as number, weights.dense, k);
    for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++)
      add(sparse.values[e] as number, weights.sparse, sparse.indices[e] as number);
  });
  return scores;
}

export function emptyWeights({ denseDims, sparse }: Features, classes: number): HeadWeights {
  return {
    classes,
    sparse: new Float32Array(sparse.columns * classes),
    dense: new Float32Array(denseDims * classes),
    intercept: new Float32Array(classes),
  };
}

/** Adds what the sparse features and the intercept say to the scores of the dense ones, in place. */
export function addSparseScores(scores: Float32Array, sparse: Csr, weights: HeadWeights): void {
  if (weights.classes === 2) addForTwo(scores, sparse, weights);
  else if (weights.classes === 3) addForThree(scores, sparse, weights);
  else addForMany(scores, sparse, weights);
}

function addForMany(
  scores: Float32Array,
  sparse: Csr,
  { classes, sparse: w, intercept }: HeadWeights,
): void {
  const { rows, indptr, indices, values } = sparse;
  for (let r = 0; r < rows; r++) {
    const out = r * classes;
    for (let c = 0; c < classes; c++)
      scores[out + c] = (scores[out + c] as number) + (intercept[c] as number);
    for (let e = indptr[r] as number; e < (indptr[r + 1] as number); e++) {
      const value = values[e] as number;
      const at = (indices[e] as number) * classes;
      for (let c = 0; c < classes; c++)
        scores[out + c] = (scores[out + c] as number) + value * (w[at + c] as number);
    }
  }
}

/** The same with the sums in registers: the usual numbers of classes decide how an answer feels. */
function addForTwo(scores: Float32Array, sparse: Csr, { sparse: w, intercept }: HeadWeights): void {
  const { rows, indptr, indices, values } = sparse;
  for (let r = 0; r < rows; r++) {
    let first = intercept[0] as number;
    let second = intercept[1] as number;
    for (let e = indptr[r] as number; e < (indptr[r + 1] as number); e++) {
      const value = values[e] as number;
      const at = (indices[e] as number) * 2;
      first += value * (w[at] as number);
      second += value * (w[at + 1] as number);
    }
    scores[r * 2] = (scores[r * 2] as number) + first;
    scores[r * 2 + 1] = (scores[r * 2 + 1] as number) + second;
  }
}

function addForThree(
  scores: Float32Array,
  sparse: Csr,
  { sparse: w, intercept }: HeadWeights,
): void {
  const { rows, indptr, indices, values } = sparse;
  for (let r = 0; r < rows; r++) {
    let first = intercept[0] as number;
    let second = intercept[1] as number;
    let third = intercept[2] as number;
    for (let e = indptr[r] as number; e < (indptr[r + 1] as number); e++) {
      const value = values[e] as number;
      const at = (indices[e] as number) * 3;
      first += value * (w[at] as number);
      second += value * (w[at + 1] as number);
      third += value * (w[at + 2] as number);
    }
    scores[r * 3] = (scores[r * 3] as number) + first;
    scores[r * 3 + 1] = (scores[r * 3 + 1] as number) + second;
    scores[r * 3 + 2] = (scores[r * 3 + 2] as number) + third;
  }
}
