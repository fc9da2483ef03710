/**
 * What each column of a table is, from its cells alone. A first guess: the person may correct it,
 * and what the person set is the truth from then on.
 */
import type { ColumnSpec, ColumnType } from '../../domain/records.ts';
import { dateOrderOf, readDate } from './dates.ts';
import { isMissing } from './missing.ts';
import { decimalMarkOf, readNumber } from './numbers.ts';

export type Cells = Readonly<Record<string, string>>;

/** Share of the cells that must read as a number or a date for the column to be one. */
const MOST = 0.95;
/** Share of different values from which words look like names of rows. */
const NEARLY_ALL = 0.95;
/** Fewer rows tell nothing about how often values repeat. */
const ENOUGH_ROWS = 20;
/** Cells looked at: enough to tell, however long the table. */
const LOOKED_AT = 5_000;
const WORDS_OF_A_TEXT = 4;
const WORDS_OF_A_NAME = 2;
const MOST_DIGITS = 15;
const ID_NAME =
  /(^|[\s_-])(id|ids|uuid|guid|key|index|idx|rowid|row[\s_-]?n(o|umber)?)$|[a-z](ID|Id)$/i;

/** Columns in the order in which they first occur. */
export function inferColumns(rows: readonly Cells[]): readonly ColumnSpec[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  const step = Math.max(1, Math.floor(rows.length / LOOKED_AT));
  const looked = step === 1 ? rows : rows.filter((_, i) => i % step === 0);
  return [...names].map((name) => ({
    name,
    type: inferType(
      name,
      looked.map((row) => row[name] ?? ''),
    ),
  }));
}

export function inferType(name: string, cells: readonly string[]): ColumnType {
  const known = cells.filter((cell) => !isMissing(cell)).map((cell) => cell.trim());
  const distinct = new Set(known).size;
  if (known.length === 0) return 'ignore';
  // One value and gaps: whether it is there at all may still tell.
  if (distinct === 1) return known.length < cells.length ? 'category' : 'ignore';
  if (isMostly(known, dateReader(known))) return 'date';
  if (isMostly(known, numberReader(known))) return numberType(name, known);
  return wordType({ name, known, distinct });
}

function isMostly(cells: readonly string[], read: (cell: string) => number): boolean {
  return cells.filter((cell) => Number.isFinite(read(cell))).length >= MOST * cells.length;
}

function dateReader(cells: readonly string[]): (cell: string) => number {
  const order = dateOrderOf(cells.slice(0, LOOKED_AT / 10));
  return (cell) => readDate(cell, order);
}

function numberReader(cells: readonly string[]): (cell: string) => number {
  const mark = decimalMarkOf(cells.slice(0, LOOKED_AT / 10));
  return (cell) => readNumber(cell, mark);
}

/** Codes with leading zeros or too many digits are names; whole numbers that only count rows too. */
function numberType(name: string, known: readonly string[]): ColumnType {
  const distinct = new Set(known).size;
  const isAllDifferent = distinct >= NEARLY_ALL * known.length && known.length >= ENOUGH_ROWS;
  const codes = known.filter((cell) => /^0\d+$/.test(cell) || isTooLong(cell)).length;
  if (2 * codes >= known.length) return isAllDifferent ? 'ignore' : 'category';
  if (!known.every((cell) => /^[-+]?\d+$/.test(cell))) return 'number';
  return isAllDifferent && (ID_NAME.test(name) || isCounting(known)) ? 'ignore' : 'number';
}

function isTooLong(cell: string): boolean {
  return /^\d+$/.test(cell) && cell.length > MOST_DIGITS;
}

/** Always upwards, and on average by less than two. */
function isCounting(cells: readonly string[]): boolean {
  const values = cells.map(Number);
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
  const isRising = values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0));
  return isRising && last - first < 2 * values.length;
}

interface Words {
  readonly name: string;
  readonly known: readonly string[];
  readonly distinct: number;
}

function wordType({ name, known, distinct }: Words): ColumnType {
  const share = distinct / known.length;
  const words = known.reduce((sum, cell) => sum + cell.split(/\s+/).length, 0) / known.length;
  const isManifold = share > 0.5 || distinct > 1_000;
  if (words >= WORDS_OF_A_TEXT && isManifold) return 'text';
  const isId = share >= NEARLY_ALL && known.length >= ENOUGH_ROWS;
  if (isId && (words < WORDS_OF_A_NAME || ID_NAME.test(name))) return 'ignore';
  return isId ? 'text' : 'category';
}
