/** Building and using sparse matrices. */
import type { Csr } from '../contract.ts';

export interface CsrBuilder {
  /** Adds one row; entries may come in any order and must not repeat. */
  row(columns: readonly number[], values: readonly number[]): void;
  build(columns: number): Csr;
}

export function createCsrBuilder(): CsrBuilder {
  const indptr = [0];
  const indices: number[] = [];
  const values: number[] = [];
  return {
    row(columns, entries) {
      const order = columns.map((_, i) => i).sort((a, b) => (columns[a] ?? 0) - (columns[b] ?? 0));
      for (const i of order) {
        indices.push(columns[i] ?? 0);
        values.push(entries[i] ?? 0);
      }
      indptr.push(indices.length);
    },
    build: (columns) => ({
      rows: indptr.length - 1,
      columns,
      indptr: Uint32Array.from(indptr),
      indices: Uint32Array.from(indices),
      values: Float32Array.from(values),
    }),
  };
}

/**
 * Product of a sparse [rows x columns] and a dense row-major [columns x width] matrix. Four entries
 * at a time: the running sums are then read and written a quarter as often.
 */
export function multiplySparse(matrix: Csr, dense: Float32Array, width: number): Float32Array {
  const { rows, indptr, indices, values } = matrix;
  const result = new Float32Array(rows * width);
  const sums = new Float64Array(width);
  for (let r = 0; r < rows; r++) {
    const end = indptr[r + 1] as number;
    let e = indptr[r] as number;
    if (e === end) continue;
    sums.fill(0);
    for (; e + 3 < end; e += 4) addFour(sums, matrix, dense, e);
    for (; e < end; e++) {
      const value = values[e] as number;
      const from = (indices[e] as number) * width;
      for (let k = 0; k < width; k++)
        sums[k] = (sums[k] as number) + value * (dense[from + k] as number);
    }
    result.set(sums, r * width);
  }
  return result;
}

/** Adds entries `e` to `e + 3`, each times its row of the dense matrix. */
function addFour(
  sums: Float64Array,
  { indices, values }: Csr,
  dense: Float32Array,
  e: number,
): void {
  const width = sums.length;
  const a = values[e] as number;
  const b = values[e + 1] as number;
  const c = values[e + 2] as number;
  const d = values[e + 3] as number;
  const p = (indices[e] as number) * width;
  const q = (indices[e + 1] as number) * width;
  const s = (indices[e + 2] as number) * width;
  const t = (indices[e + 3] as number) * width;
  for (let k = 0; k < width; k++)
    sums[k] =
      (sums[k] as number) +
      a * (dense[p + k] as number) +
      b * (dense[q + k] as number) +
      c * (dense[s + k] as number) +
      d * (dense[t + k] as number);
}

/** Rows become columns. */
export function transpose({ rows, columns, indptr, indices, values }: Csr): Csr {
  const starts = new Uint32Array(columns + 1);
  for (const column of indices) starts[column + 1] = (starts[column + 1] as number) + 1;
  for (let c = 0; c < columns; c++)
    starts[c + 1] = (starts[c + 1] as number) + (starts[c] as number);
  const next = starts.slice();
  const rowOf = new Uint32Array(indices.length);
  const turned = new Float32Array(indices.length);
  for (let r = 0; r < rows; r++) {
    for (let e = indptr[r] as number; e < (indptr[r + 1] as number); e++) {
      const column = indices[e] as number;
      const at = next[column] as number;
      next[column] = at + 1;
      rowOf[at] = r;
      turned[at] = values[e] as number;
    }
  }
  return { rows: columns, columns: rows, indptr: starts, indices: rowOf, values: turned };
}

/** The same rows with only the first `columns` columns. */
export function firstColumns(matrix: Csr, columns: number): Csr {
  if (columns >= matrix.columns) return matrix;
  const keep: number[] = [];
  const indptr = new Uint32Array(matrix.rows + 1);
  for (let r = 0; r < matrix.rows; r++) {
    for (let e = matrix.indptr[r] as number; e < (matrix.indptr[r + 1] as number); e++) {
      if ((matrix.indices[e] as number) < columns) keep.push(e);
    }
    indptr[r + 1] = keep.length;
  }
  return {
    rows: matrix.rows,
    columns,
    indptr,
    indices: Uint32Array.from(keep, (e) => matrix.indices[e] as number),
    values: Float32Array.from(keep, (e) => matrix.values[e] as number),
  };
}
