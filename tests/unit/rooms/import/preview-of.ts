import { inferType } from '../../../../src/modalities/table/infer-columns.ts';
import type { ColumnRole, Preview } from '../../../../workers/api.ts';

interface ColumnSketch {
  readonly guess: ColumnRole;
  readonly cells: readonly string[];
}

/** A preview from columns given as cells: counts and rows follow. */
export function previewOf(columns: Readonly<Record<string, ColumnSketch>>): Preview {
  const names = Object.keys(columns);
  const height = Math.max(0, ...Object.values(columns).map(({ cells }) => cells.length));
  return {
    format: 'csv',
    modalities: ['text', 'table'],
    encoding: 'utf-8',
    delimiter: ',',
    hasHeader: true,
    unit: null,
    columns: names.map((name) => {
      const { guess, cells } = columns[name] as ColumnSketch;
      const counts = new Map<string, number>();
      for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
      return {
        name,
        guess,
        type: inferType(name, cells),
        distinct: [...counts].map(([value, count]) => ({ value, count })),
        filled: cells.filter((cell) => cell !== '').length,
      };
    }),
    rows: Array.from({ length: height }, (_, row) =>
      Object.fromEntries(names.map((name) => [name, columns[name]?.cells[row] ?? ''])),
    ),
    bad: [],
    sizeBytes: 100,
    warnings: [],
  };
}
