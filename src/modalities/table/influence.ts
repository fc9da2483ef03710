/**
 * What a column does through the features that have no name: rows as they are, less the same rows
 * with the column at its typical value. Drawn to zero they take its influence from the random
 * features too (the tabular case of a difference that must not matter).
 */
import type { FeatureRef } from '../../domain/explanation/feature.ts';
import type { Features } from '../contract.ts';
import { tableEncoder } from './encode.ts';
import { levelIn } from './read-row.ts';
import type { FittedColumn, TableState } from './state.ts';

/** Null when the feature has none: it is not of this table, or none of the sampled rows differs. */
export async function influenceOf(
  state: TableState,
  feature: FeatureRef,
): Promise<Features | null> {
  if (feature.kind !== 'column') return null;
  const column = state.columns.find(({ name }) => name === feature.column);
  if (!column || column.inputs === 0) return null;
  const rows = state.samples.filter((cells) =>
    has(column, cells[column.name] ?? '', feature.level),
  );
  const less = rows.map((cells) => ({
    ...cells,
    [column.name]: replacement(column, feature.level),
  }));
  const contents = [...rows, ...less].map((cells) => ({ kind: 'table', cells }) as const);
  const { dense, denseDims } = await tableEncoder.encode(state, contents);
  const size = rows.length * denseDims;
  const differences = dense.slice(0, size);
  for (let i = 0; i < size; i++)
    differences[i] = (differences[i] as number) - (dense[size + i] as number);
  const told = nonZeroRows(differences, denseDims);
  if (told.length === 0) return null;
  const kept = new Float32Array(told.length * denseDims);
  told.forEach((row, i) => {
    kept.set(differences.subarray(row * denseDims, (row + 1) * denseDims), i * denseDims);
  });
  return {
    rows: told.length,
    denseDims,
    dense: kept,
    sparse: {
      ...{ rows: told.length, columns: state.names.length },
      indptr: new Uint32Array(told.length + 1),
      indices: new Uint32Array(0),
      values: new Float32Array(0),
    },
  };
}

function has(column: FittedColumn, cell: string, level: string | undefined): boolean {
  if (level === undefined || column.kind !== 'category') return true;
  return levelIn(column, cell) === levelIn(column, level);
}

function replacement(column: FittedColumn, level: string | undefined): string {
  if (level === undefined || column.kind !== 'category') return column.typical;
  return column.levels.find((one) => one !== level) ?? '';
}

function nonZeroRows(values: Float32Array, dims: number): readonly number[] {
  const rows = dims === 0 ? 0 : values.length / dims;
  return Array.from({ length: rows }, (_, r) => r).filter((r) =>
    values.subarray(r * dims, (r + 1) * dims).some((value) => value !== 0),
  );
}
