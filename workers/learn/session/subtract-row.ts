import type { Features } from '../../../src/modalities/contract.ts';

/** The first row of `features` less row `row` of `others`: one row, columns ascending. */
export function subtractRow(features: Features, others: Features, row: number): Features {
  const { denseDims } = features;
  const dense = Float32Array.from(
    { length: denseDims },
    (_, k) => (features.dense[k] as number) - (others.dense[row * denseDims + k] as number),
  );
  const sums = new Map<number, number>();
  const add = ({ sparse }: Features, at: number, sign: number): void => {
    for (let e = sparse.indptr[at] as number; e < (sparse.indptr[at + 1] as number); e++) {
      const column = sparse.indices[e] as number;
      sums.set(column, (sums.get(column) ?? 0) + sign * (sparse.values[e] as number));
    }
  };
  add(features, 0, 1);
  add(others, row, -1);
  const columns = [...sums.keys()].filter((column) => sums.get(column) !== 0).sort((a, b) => a - b);
  return {
    rows: 1,
    denseDims,
    dense,
    sparse: {
      rows: 1,
      columns: features.sparse.columns,
      indptr: Uint32Array.from([0, columns.length]),
      indices: Uint32Array.from(columns),
      values: Float32Array.from(columns, (column) => sums.get(column) as number),
    },
  };
}
