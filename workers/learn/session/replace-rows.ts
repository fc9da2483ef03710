import type { Features } from '../../../src/modalities/contract.ts';

/** A copy in which `rows` (ascending) are those of `fresh`; the number of columns is that of `fresh`. */
export function replaceRows(
  features: Features,
  rows: readonly number[],
  fresh: Features,
): Features {
  const { sparse, denseDims } = features;
  const dense = features.dense.slice();
  const freshAt = new Map(rows.map((row, at) => [row, at]));
  const sizeOf = (row: number): number => {
    const at = freshAt.get(row);
    const source = at === undefined ? sparse : fresh.sparse;
    const r = at ?? row;
    return (source.indptr[r + 1] as number) - (source.indptr[r] as number);
  };
  const indptr = new Uint32Array(features.rows + 1);
  for (let row = 0; row < features.rows; row++)
    indptr[row + 1] = (indptr[row] as number) + sizeOf(row);
  const indices = new Uint32Array(indptr[features.rows] as number);
  const values = new Float32Array(indices.length);
  for (let row = 0; row < features.rows; row++) {
    const at = freshAt.get(row);
    const source = at === undefined ? sparse : fresh.sparse;
    const from = source.indptr[at ?? row] as number;
    const to = source.indptr[(at ?? row) + 1] as number;
    indices.set(source.indices.subarray(from, to), indptr[row]);
    values.set(source.values.subarray(from, to), indptr[row]);
    if (at !== undefined)
      dense.set(fresh.dense.subarray(at * denseDims, (at + 1) * denseDims), row * denseDims);
  }
  const columns = fresh.sparse.columns;
  return { ...features, dense, sparse: { rows: features.rows, columns, indptr, indices, values } };
}
