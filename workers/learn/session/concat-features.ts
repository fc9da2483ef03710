import type { Csr, Features } from '../../../src/modalities/contract.ts';

/** Stacks feature blocks of equal columns; copies once. No blocks give an empty matrix. */
export function concatFeatures(blocks: readonly Features[]): Features {
  const [first] = blocks;
  if (blocks.length === 1 && first) return first;
  const denseDims = first?.denseDims ?? 0;
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
  const dense = new Float32Array(rows * denseDims);
  let at = 0;
  for (const block of blocks) {
    dense.set(block.dense, at);
    at += block.dense.length;
  }
  return { rows, denseDims, dense, sparse: concatCsr(blocks.map((block) => block.sparse)) };
}

function concatCsr(blocks: readonly Csr[]): Csr {
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
  const entries = blocks.reduce((sum, block) => sum + block.indices.length, 0);
  const indptr = new Uint32Array(rows + 1);
  const indices = new Uint32Array(entries);
  const values = new Float32Array(entries);
  let row = 0;
  let entry = 0;
  for (const block of blocks) {
    for (let r = 1; r <= block.rows; r++) indptr[row + r] = entry + (block.indptr[r] ?? 0);
    indices.set(block.indices, entry);
    values.set(block.values, entry);
    row += block.rows;
    entry += block.indices.length;
  }
  return { rows, columns: blocks[0]?.columns ?? 0, indptr, indices, values };
}
