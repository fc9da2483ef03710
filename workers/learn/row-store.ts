/**
 * The rows of the pool and, behind them in the same arrays, virtual rows: edited copies and
 * differences that a person taught with. A virtual row keeps its number for good, so that what was
 * computed of it stays true; rows that are no longer used only lie there.
 */
import type { Csr, Features } from '../../src/modalities/contract.ts';

export interface RowStore {
  /** Pool and virtual rows. Its arrays may be longer than `rows` says. */
  readonly all: () => Features;
  /** Appends rows with the same columns; returns the number of the first. */
  append(rows: Features): number;
}

const FIRST_SPARE_ROWS = 64;

export function createRowStore(pool: Features): RowStore {
  let all = pool;
  return {
    all: () => all,
    append(rows) {
      const first = all.rows;
      all = joined(all, rows);
      return first;
    },
  };
}

function joined(all: Features, more: Features): Features {
  const { denseDims, rows } = all;
  const total = rows + more.rows;
  const dense = withRoom(
    all.dense,
    rows * denseDims,
    total * denseDims,
    FIRST_SPARE_ROWS * denseDims,
  );
  dense.set(more.dense.subarray(0, more.rows * denseDims), rows * denseDims);
  return { rows: total, denseDims, dense, sparse: joinedSparse(all.sparse, more.sparse, rows) };
}

function joinedSparse(all: Csr, more: Csr, rows: number): Csr {
  const used = all.indptr[rows] as number;
  const added = more.indptr[more.rows] as number;
  const indptr = new Uint32Array(rows + more.rows + 1);
  indptr.set(all.indptr.subarray(0, rows + 1));
  for (let r = 1; r <= more.rows; r++) indptr[rows + r] = used + (more.indptr[r] as number);
  const indices = withRoom(all.indices, used, used + added, FIRST_SPARE_ROWS * 100);
  const values = withRoom(all.values, used, used + added, FIRST_SPARE_ROWS * 100);
  indices.set(more.indices.subarray(0, added), used);
  values.set(more.values.subarray(0, added), used);
  return { rows: rows + more.rows, columns: all.columns, indptr, indices, values };
}

/** The same array while it has room, else a copy with some to spare. */
function withRoom<T extends Float32Array | Uint32Array>(
  array: T,
  used: number,
  needed: number,
  spare: number,
): T {
  if (needed <= array.length) return array;
  const Make = array.constructor as new (length: number) => T;
  const grown = new Make(needed + spare + Math.floor((needed - used) / 2));
  grown.set(array.subarray(0, used));
  return grown;
}
