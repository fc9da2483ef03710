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

/** Product of a sparse [rows x columns] and a dense row-major [columns x width] matrix. */
export function multiplySparse(matrix: Csr, dense: Float32Array, width: number): Float32Array {
  const { rows, indptr, indices, values } = matrix;
  const result = new Float32Array(rows * width);
  for (let r = 0; r < rows; r++) {
    const out = r * width;
    for (let e = indptr[r] as number; e < (indptr[r + 1] as number); e++) {
      const value = values[e] as number;
      const from = (indices[e] as number) * width;
      for (let k = 0; k < width; k++)
        result[out + k] = (result[out + k] as number) + value * (dense[from + k] as number);
    }
  }
  return result;
}

/** Product of the transpose [columns x rows] and a dense row-major [rows x width] matrix. */
export function multiplyTransposed(matrix: Csr, dense: Float32Array, width: number): Float32Array {
  const { rows, columns, indptr, indices, values } = matrix;
  const result = new Float32Array(columns * width);
  for (let r = 0; r < rows; r++) {
    const from = r * width;
    for (let e = indptr[r] as number; e < (indptr[r + 1] as number); e++) {
      const value = values[e] as number;
      const out = (indices[e] as number) * width;
      for (let k = 0; k < width; k++)
        result[out + k] = (result[out + k] as number) + value * (dense[from + k] as number);
    }
  }
  return result;
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
