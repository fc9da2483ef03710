/** Some rows of features, copied: in the order asked for. */
import type { Features } from '../../../../src/modalities/contract.ts';

export function pickRows(features: Features, rows: ArrayLike<number>): Features {
  const { dense, denseDims, sparse } = features;
  const count = rows.length;
  const picked = new Float32Array(count * denseDims);
  const indptr = new Uint32Array(count + 1);
  for (let i = 0; i < count; i++) {
    const row = rows[i] as number;
    picked.set(dense.subarray(row * denseDims, (row + 1) * denseDims), i * denseDims);
    const size = (sparse.indptr[row + 1] as number) - (sparse.indptr[row] as number);
    indptr[i + 1] = (indptr[i] as number) + size;
  }
  const indices = new Uint32Array(indptr[count] as number);
  const values = new Float32Array(indices.length);
  for (let i = 0; i < count; i++) {
    const row = rows[i] as number;
    const [from, to] = [sparse.indptr[row] as number, sparse.indptr[row + 1] as number];
    indices.set(sparse.indices.subarray(from, to), indptr[i]);
    values.set(sparse.values.subarray(from, to), indptr[i]);
  }
  const { columns } = sparse;
  return {
    rows: count,
    denseDims,
    dense: picked,
    sparse: { rows: count, columns, indptr, indices, values },
  };
}

/** Rows [from, to), copied: a view would take the whole matrix along to the disk. */
export function sliceRows(features: Features, from: number, to: number): Features {
  return pickRows(
    features,
    Array.from({ length: to - from }, (_, i) => from + i),
  );
}
