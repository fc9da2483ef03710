/** Stacks feature blocks of equal columns as they come, so that none is held twice. */
import type { Features } from '../../../../src/modalities/contract.ts';

export interface FeatureBuilder {
  add(block: Features): void;
  build(): Features;
}

/** The rows to come have as many entries as the first block, or a little more. */
const SLACK = 1.05;

/** Room for so many rows is made at the first block; more may come. */
export function createFeatureBuilder(rowsExpected: number): FeatureBuilder {
  let rows = 0;
  let entries = 0;
  let columns = 0;
  let denseDims = 0;
  let dense = new Float32Array(0);
  let indptr = new Uint32Array(rowsExpected + 1);
  let indices = new Uint32Array(0);
  let values = new Float32Array(0);

  return {
    add(block) {
      const { sparse } = block;
      const added = sparse.indptr[block.rows] as number;
      if (rows === 0) {
        ({ denseDims } = block);
        ({ columns } = sparse);
        dense = new Float32Array(Math.max(rowsExpected, block.rows) * denseDims);
        // Arrays that grow step by step leave several times their size to the garbage collector.
        const expected = Math.ceil((added / Math.max(1, block.rows)) * rowsExpected * SLACK);
        indices = new Uint32Array(Math.max(expected, added));
        values = new Float32Array(indices.length);
      }
      dense = withRoom(dense, (rows + block.rows) * denseDims);
      indptr = withRoom(indptr, rows + block.rows + 1);
      indices = withRoom(indices, entries + added);
      values = withRoom(values, entries + added);
      dense.set(block.dense.subarray(0, block.rows * denseDims), rows * denseDims);
      indices.set(sparse.indices.subarray(0, added), entries);
      values.set(sparse.values.subarray(0, added), entries);
      for (let r = 1; r <= block.rows; r++)
        indptr[rows + r] = entries + (sparse.indptr[r] as number);
      rows += block.rows;
      entries += added;
    },
    build: () => ({
      rows,
      denseDims,
      dense: dense.subarray(0, rows * denseDims),
      sparse: {
        rows,
        columns,
        indptr: indptr.subarray(0, rows + 1),
        indices: indices.subarray(0, entries),
        values: values.subarray(0, entries),
      },
    }),
  };
}

function withRoom<T extends Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  array: T,
  needed: number,
): T {
  if (needed <= array.length) return array;
  const Make = array.constructor as new (length: number) => T;
  const grown = new Make(Math.max(needed, Math.floor(array.length * 1.25)));
  grown.set(array);
  return grown;
}
