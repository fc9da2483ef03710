import type { LinearMap } from '../../domain/math/subspace.ts';
import type { Csr } from '../contract.ts';
import { multiplySparse, transpose } from './csr.ts';

/** A sparse matrix as a map; turned over once, so that both products run along rows. */
export function sparseMap(matrix: Csr): LinearMap {
  const turned = transpose(matrix);
  return {
    rows: matrix.rows,
    columns: matrix.columns,
    times: (block, width) => multiplySparse(matrix, block, width),
    transposedTimes: (block, width) => multiplySparse(turned, block, width),
  };
}
