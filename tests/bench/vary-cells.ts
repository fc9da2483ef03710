/**
 * A varied copy of a row of a table: every number moves by a normal step of a tenth of its column's
 * standard deviation, within the range of the column and with as many decimals as it has;
 * categories and blanks stay. Columns of few distinct numbers are codes and stay too. A table of
 * categories alone therefore repeats its rows.
 */
import type { Rng } from '../../src/domain/math/rng.ts';
import type { BenchRow } from './data.ts';
import type { Vary } from './scale-rows.ts';

const STEP = 0.1;
/** Columns with no more distinct numbers than this hold codes (0/1, months, grades). */
const MOST_CODES = 12;

interface NumberColumn {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly deviation: number;
  readonly decimals: number;
}

export function createCellVarier(rows: readonly BenchRow[]): Vary {
  const names = Object.keys(rows[0]?.cells ?? {});
  const columns = names.flatMap((name) => describeColumn(rows, name) ?? []);
  return (row, rng) => {
    const cells = { ...row.cells };
    for (const column of columns) cells[column.name] = move(cells[column.name] ?? '', column, rng);
    return { ...row, cells };
  };
}

/** Null for a column that is not of numbers, or of too few distinct ones. */
function describeColumn(rows: readonly BenchRow[], name: string): NumberColumn | null {
  const texts = rows.map(({ cells }) => cells?.[name]?.trim() ?? '').filter((text) => text !== '');
  const values = texts.map(Number);
  if (!values.every(Number.isFinite) || new Set(values).size <= MOST_CODES) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return {
    name,
    least: values.reduce((a, b) => Math.min(a, b)),
    most: values.reduce((a, b) => Math.max(a, b)),
    deviation: Math.sqrt(variance),
    decimals: texts.reduce((most, text) => Math.max(most, decimalsOf(text)), 0),
  };
}

function move(text: string, column: NumberColumn, rng: Rng): string {
  const step = rng.normal() * STEP * column.deviation;
  if (text.trim() === '') return text;
  const moved = Math.min(column.most, Math.max(column.least, Number(text) + step));
  return moved.toFixed(column.decimals);
}

/** Digits after the point; of a number in powers of ten, enough to keep it. */
function decimalsOf(text: string): number {
  const [, fraction = '', exponent = '0'] = /^[^.e]*\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  return Math.min(20, Math.max(0, fraction.length - Number(exponent)));
}
