/**
 * Sparse columns among a few rows. Most words occur in one of them alone: what such columns add to its
 * score under the prior is independent of all else, so one normal number of their summed variance is
 * as good as one for each. Only shared columns need weights of their own.
 */
import type { Features } from '../../../src/modalities/contract.ts';
import type { LabelledRow } from '../head/types.ts';
import type { PriorScale } from './prior-scale.ts';

export interface SharedColumns {
  /** Columns of two rows or more, ascending. */
  readonly shared: Uint32Array;
  /** Prior standard deviation of what the others add to each row's score. */
  readonly lonely: Float64Array;
}

export function shareColumns(
  { sparse }: Features,
  rows: readonly LabelledRow[],
  scale: PriorScale,
): SharedColumns {
  const { columns, indptr, indices, values } = sparse;
  const occurs = new Uint8Array(columns);
  for (const { row } of rows)
    for (let e = indptr[row] as number; e < (indptr[row + 1] as number); e++) {
      const column = indices[e] as number;
      occurs[column] = Math.min(2, (occurs[column] as number) + 1);
    }
  const lonely = Float64Array.from(rows, ({ row }) => {
    let sum = 0;
    for (let e = indptr[row] as number; e < (indptr[row + 1] as number); e++) {
      const column = indices[e] as number;
      if (occurs[column] === 1) sum += scale.sparse(column) * (values[e] as number) ** 2;
    }
    return Math.sqrt(sum);
  });
  const shared = new Uint32Array(columns);
  let count = 0;
  for (let column = 0; column < columns; column++)
    if (occurs[column] === 2) shared[count++] = column;
  return { shared: shared.slice(0, count), lonely };
}
