/**
 * The labelled rows as one matrix: intercept, dense columns, and those sparse columns that occur in
 * them. A column that occurs in none keeps its prior, so leaving it out changes nothing.
 */
import type { Features } from '../../../src/modalities/contract.ts';
import { LANES, packLanes, unpackLanes } from './lanes.ts';
import { hasIntercept, type LabelledRow } from './types.ts';
import { emptyWeights, type HeadWeights } from './weights.ts';

export interface Design {
  readonly rows: number;
  /** 1 + dense + active sparse. */
  readonly columns: number;
  readonly denseDims: number;
  /** Active sparse columns, ascending. */
  readonly active: Uint32Array;
  readonly times: (weights: Float64Array, classes: number) => Float64Array;
  readonly transposedTimes: (values: Float64Array, classes: number) => Float64Array;
  /** The transpose of the entries squared, times these: the diagonal of X' W X. */
  readonly diagonal: (curvature: Float64Array, classes: number) => Float64Array;
  /** Mean product of each two of intercept and dense columns, lower triangle, from evenly spaced rows. */
  readonly meanProducts: () => Float64Array;
}

/** Rows that are enough to see how the dense columns hang together. */
const PRODUCT_ROWS = 3_000;

/** Where row i lies in the features, and its sparse entries with columns of the design. */
interface Layout {
  readonly features: Features;
  readonly starts: Uint32Array;
  /** 1, or 0 for a row without intercept. */
  readonly bias: Float64Array;
  readonly indptr: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** `active`: sparse columns that it has, ascending; entries of others are left out. */
export function createDesign(
  features: Features,
  labels: readonly LabelledRow[],
  active: Uint32Array = activeColumns(features, labels),
): Design {
  const { denseDims } = features;
  const layout = layOut(features, labels, active);
  const columns = 1 + denseDims + active.length;
  const rows = labels.length;
  return {
    rows,
    columns,
    denseDims,
    active,
    times: (weights, classes) =>
      unpackLanes(
        timesPacked(layout, packLanes(weights, columns, classes), columns),
        rows,
        classes,
      ),
    transposedTimes: (values, classes) =>
      unpackLanes(
        transposedPacked(layout, packLanes(values, rows, classes), columns),
        columns,
        classes,
      ),
    diagonal: (curvature, classes) => {
      const sums = transposedPacked(
        squareEntries(layout),
        packLanes(curvature, rows, classes),
        columns,
      );
      return unpackLanes(sums, columns, classes);
    },
    meanProducts: () => meanProducts(layout),
  };
}

function activeColumns({ sparse }: Features, labels: readonly LabelledRow[]): Uint32Array {
  const occurs = new Uint8Array(sparse.columns);
  for (const { row } of labels)
    for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++)
      occurs[sparse.indices[e] as number] = 1;
  const active = new Uint32Array(occurs.length);
  let count = 0;
  for (let column = 0; column < occurs.length; column++)
    if (occurs[column] === 1) active[count++] = column;
  return active.slice(0, count);
}

function layOut(features: Features, labels: readonly LabelledRow[], active: Uint32Array): Layout {
  const { sparse, denseDims } = features;
  // 0 is the intercept's place: what is left out lies there, with the value 0.
  const position = new Uint32Array(sparse.columns);
  active.forEach((column, at) => {
    position[column] = 1 + denseDims + at;
  });
  const starts = Uint32Array.from(labels, ({ row }) => row * denseDims);
  const bias = Float64Array.from(labels, (label) => (hasIntercept(label) ? 1 : 0));
  const indptr = new Uint32Array(labels.length + 1);
  labels.forEach(({ row }, i) => {
    const size = (sparse.indptr[row + 1] as number) - (sparse.indptr[row] as number);
    indptr[i + 1] = (indptr[i] as number) + size;
  });
  const columns = new Uint32Array(indptr[labels.length] as number);
  const values = new Float32Array(columns.length);
  labels.forEach(({ row }, i) => {
    const from = sparse.indptr[row] as number;
    for (let e = indptr[i] as number, at = from; e < (indptr[i + 1] as number); e++, at++) {
      const place = position[sparse.indices[at] as number] as number;
      columns[e] = place;
      values[e] = place === 0 ? 0 : (sparse.values[at] as number);
    }
  });
  return { features, starts, bias, indptr, columns, values };
}

function timesPacked(layout: Layout, weights: Float64Array, width: number): Float64Array {
  const { features, starts, bias, indptr, columns, values } = layout;
  const { dense, denseDims } = features;
  const rows = starts.length;
  const groups = weights.length / (width * LANES);
  const result = new Float64Array(groups * rows * LANES);
  for (let g = 0; g < groups; g++) {
    const base = g * width * LANES;
    for (let i = 0; i < rows; i++) {
      const b = bias[i] as number;
      let s0 = b * (weights[base] as number);
      let s1 = b * (weights[base + 1] as number);
      let s2 = b * (weights[base + 2] as number);
      let s3 = b * (weights[base + 3] as number);
      const start = starts[i] as number;
      for (let k = 0, at = base + LANES; k < denseDims; k++, at += LANES) {
        const value = dense[start + k] as number;
        s0 += value * (weights[at] as number);
        s1 += value * (weights[at + 1] as number);
        s2 += value * (weights[at + 2] as number);
        s3 += value * (weights[at + 3] as number);
      }
      const end = indptr[i + 1] as number;
      for (let e = indptr[i] as number; e < end; e++) {
        const value = values[e] as number;
        const at = base + (columns[e] as number) * LANES;
        s0 += value * (weights[at] as number);
        s1 += value * (weights[at + 1] as number);
        s2 += value * (weights[at + 2] as number);
        s3 += value * (weights[at + 3] as number);
      }
      const out = (g * rows + i) * LANES;
      result[out] = s0;
      result[out + 1] = s1;
      result[out + 2] = s2;
      result[out + 3] = s3;
    }
  }
  return result;
}

function transposedPacked(layout: Layout, scores: Float64Array, width: number): Float64Array {
  const { features, starts, bias } = layout;
  const { dense, denseDims } = features;
  const rows = starts.length;
  const groups = rows === 0 ? 0 : scores.length / (rows * LANES);
  const result = new Float64Array(groups * width * LANES);
  for (let g = 0; g < groups; g++) {
    const base = g * width * LANES;
    for (let i = 0; i < rows; i++) {
      const from = (g * rows + i) * LANES;
      const s0 = scores[from] as number;
      const s1 = scores[from + 1] as number;
      const s2 = scores[from + 2] as number;
      const s3 = scores[from + 3] as number;
      const b = bias[i] as number;
      result[base] = (result[base] as number) + b * s0;
      result[base + 1] = (result[base + 1] as number) + b * s1;
      result[base + 2] = (result[base + 2] as number) + b * s2;
      result[base + 3] = (result[base + 3] as number) + b * s3;
      const start = starts[i] as number;
      for (let k = 0, at = base + LANES; k < denseDims; k++, at += LANES) {
        const value = dense[start + k] as number;
        result[at] = (result[at] as number) + value * s0;
        result[at + 1] = (result[at + 1] as number) + value * s1;
        result[at + 2] = (result[at + 2] as number) + value * s2;
        result[at + 3] = (result[at + 3] as number) + value * s3;
      }
    }
    addSparse(layout, scores.subarray(g * rows * LANES), result.subarray(base));
  }
  return result;
}

function addSparse(layout: Layout, scores: Float64Array, result: Float64Array): void {
  const { starts, indptr, columns, values } = layout;
  for (let i = 0; i < starts.length; i++) {
    const end = indptr[i + 1] as number;
    for (let e = indptr[i] as number; e < end; e++) {
      const value = values[e] as number;
      const at = (columns[e] as number) * LANES;
      for (let lane = 0; lane < LANES; lane++)
        result[at + lane] =
          (result[at + lane] as number) + value * (scores[i * LANES + lane] as number);
    }
  }
}

function meanProducts({ features, starts }: Layout): Float64Array {
  const { dense, denseDims } = features;
  const size = 1 + denseDims;
  const sums = new Float64Array(size * size);
  const count = Math.min(PRODUCT_ROWS, starts.length);
  const row = new Float64Array(size).fill(1);
  for (let one = 0; one < count; one++) {
    const start = starts[Math.floor((one * starts.length) / count)] as number;
    for (let k = 0; k < denseDims; k++) row[1 + k] = dense[start + k] as number;
    for (let i = 0; i < size; i++) {
      const value = (row[i] as number) / count;
      const line = i * size;
      for (let j = 0; j <= i; j++)
        sums[line + j] = (sums[line + j] as number) + value * (row[j] as number);
    }
  }
  return sums;
}

/** The same rows with every entry squared, packed. */
function squareEntries(layout: Layout): Layout {
  const { features, starts, values } = layout;
  const { dense, denseDims } = features;
  const packed = new Float32Array(starts.length * denseDims);
  starts.forEach((start, i) => {
    for (let k = 0; k < denseDims; k++)
      packed[i * denseDims + k] = (dense[start + k] as number) ** 2;
  });
  return {
    ...layout,
    features: { ...features, dense: packed },
    starts: starts.map((_, i) => i * denseDims),
    values: values.map((value) => value * value),
  };
}

/** Weights of the features -> one vector [columns x classes] of this design. */
export function weightsToVector(design: Design, weights: HeadWeights): Float64Array {
  const { classes } = weights;
  const vector = new Float64Array(design.columns * classes);
  vector.set(weights.intercept);
  vector.set(weights.dense, classes);
  const from = (1 + design.denseDims) * classes;
  design.active.forEach((column, at) => {
    vector.set(
      weights.sparse.subarray(column * classes, (column + 1) * classes),
      from + at * classes,
    );
  });
  return vector;
}

export function vectorToWeights(
  design: Design,
  features: Features,
  vector: Float64Array,
): HeadWeights {
  const classes = vector.length / design.columns;
  const weights = emptyWeights(features, classes);
  const from = (1 + design.denseDims) * classes;
  weights.intercept.set(vector.subarray(0, classes));
  weights.dense.set(vector.subarray(classes, from));
  design.active.forEach((column, at) => {
    weights.sparse.set(
      vector.subarray(from + at * classes, from + (at + 1) * classes),
      column * classes,
    );
  });
  return weights;
}
