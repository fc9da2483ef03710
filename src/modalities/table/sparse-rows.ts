import type { Csr, Features } from '../contract.ts';
import type { Cells } from './infer-columns.ts';
import { putNamed } from './read-row.ts';
import type { TableState, TextColumn } from './state.ts';

/** Value of the column that every row has. */
export const CONSTANT = 2;

/** The named values of all rows, columns ascending. Words of texts keep the weight the text encoder gives. */
export function sparseRows(
  { columns, names, scale }: Pick<TableState, 'columns' | 'names' | 'scale'>,
  rows: readonly Cells[],
  texts: ReadonlyMap<TextColumn, Features>,
): Csr {
  const indices: number[] = [];
  const values: number[] = [];
  const indptr = new Uint32Array(rows.length + 1);
  rows.forEach((cells, r) => {
    indices.push(0);
    values.push(CONSTANT);
    for (const column of columns) {
      const own = column.kind === 'text' ? texts.get(column)?.sparse : undefined;
      if (own && column.kind === 'text') putWords(own, r, column.first, indices, values);
      else
        putNamed(column, cells, (at, value) => {
          if (value === 0) return;
          indices.push(at);
          values.push(value * scale);
        });
    }
    indptr[r + 1] = indices.length;
  });
  return {
    ...{ rows: rows.length, columns: names.length, indptr },
    ...{ indices: Uint32Array.from(indices), values: Float32Array.from(values) },
  };
}

function putWords(own: Csr, r: number, first: number, indices: number[], values: number[]): void {
  for (let e = own.indptr[r] as number; e < (own.indptr[r + 1] as number); e++) {
    indices.push(first + (own.indices[e] as number));
    values.push(own.values[e] as number);
  }
}
