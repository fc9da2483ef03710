import type { Features } from '../../src/modalities/contract.ts';

/** These rows alone, in this order. */
export function selectRows(features: Features, rows: readonly number[]): Features {
  const { denseDims, sparse } = features;
  const dense = new Float32Array(rows.length * denseDims);
  const indptr = new Uint32Array(rows.length + 1);
  for (const [at, row] of rows.entries()) {
    dense.set(features.dense.subarray(row * denseDims, (row + 1) * denseDims), at * denseDims);
    const own = (sparse.indptr[row + 1] as number) - (sparse.indptr[row] as number);
    indptr[at + 1] = (indptr[at] as number) + own;
  }
  const entries = indptr[rows.length] as number;
  const indices = new Uint32Array(entries);
  const values = new Float32Array(entries);
  for (const [at, row] of rows.entries()) {
    const from = sparse.indptr[row] as number;
    const to = sparse.indptr[row + 1] as number;
    indices.set(sparse.indices.subarray(from, to), indptr[at]);
    values.set(sparse.values.subarray(from, to), indptr[at]);
  }
  const csr = { rows: rows.length, columns: sparse.columns, indptr, indices, values };
  return { rows: rows.length, denseDims, dense, sparse: csr };
}
