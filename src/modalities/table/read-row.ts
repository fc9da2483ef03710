/** From the cells of one row to its named values and to the inputs of the Fourier features. */
import { readDate } from './dates.ts';
import { HARMONICS, phaseOf } from './fit-columns.ts';
import type { Cells } from './infer-columns.ts';
import { isMissing } from './missing.ts';
import { readNumber } from './numbers.ts';
import { eachStep, scaled, stepSize } from './ramp.ts';
import type { CategoryColumn, DateColumn, FittedColumn, NumberColumn } from './state.ts';

/** Receives column (ascending) and value. */
export type Put = (column: number, value: number) => void;

/** NaN where the cell is missing or says something else. */
export function valueIn(column: NumberColumn | DateColumn, cell: string): number {
  if (isMissing(cell)) return Number.NaN;
  return column.kind === 'number' ? readNumber(cell, column.mark) : readDate(cell, column.order);
}

/** Place among the levels; one behind them: another; two behind: missing. */
export function levelIn({ levels }: CategoryColumn, cell: string): number {
  if (isMissing(cell)) return levels.length + 1;
  const at = levels.indexOf(cell.trim());
  return at < 0 ? levels.length : at;
}

/** Named values of one column of a row, unscaled. Text columns are read together, elsewhere. */
export function putNamed(column: FittedColumn, cells: Cells, put: Put): void {
  if (column.kind === 'text') return;
  const cell = cells[column.name] ?? '';
  const { first, width } = column;
  if (column.kind === 'category') {
    put(first + levelIn(column, cell), 1);
    return;
  }
  const value = valueIn(column, cell);
  if (!Number.isFinite(value)) {
    put(first + width - 1, 1);
    return;
  }
  put(first, scaled(column.ramp, value));
  const size = stepSize(column.ramp);
  eachStep(column.ramp, value, (k, sign) => put(first + 1 + k, sign * size));
  if (column.kind === 'date') putWaves(column, value, put);
}

function putWaves({ parts, first, ramp }: DateColumn, value: number, put: Put): void {
  let at = first + 1 + ramp.edges.length;
  for (const part of parts) {
    const turn = 2 * Math.PI * phaseOf(part, value);
    for (let k = 1; k <= HARMONICS; k++) {
      put(at++, Math.cos(k * turn));
      put(at++, Math.sin(k * turn));
    }
  }
}

/** What one column of a row gives to the Fourier features: two values one spread apart differ by 1. */
export function putInputs(column: FittedColumn, cells: Cells, put: Put): void {
  if (column.kind === 'text') return;
  const cell = cells[column.name] ?? '';
  const { input, inputs } = column;
  if (column.kind === 'category') {
    put(input + levelIn(column, cell), 1);
    return;
  }
  const value = valueIn(column, cell);
  if (!Number.isFinite(value)) {
    put(input + inputs - 1, 1);
    return;
  }
  put(input, scaled(column.ramp, value));
  if (column.kind === 'number') return;
  column.parts.forEach((part, k) => {
    const turn = 2 * Math.PI * phaseOf(part, value);
    put(input + 1 + 2 * k, Math.cos(turn));
    put(input + 2 + 2 * k, Math.sin(turn));
  });
}
