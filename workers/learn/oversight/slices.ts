/** Groups of items by the value of a column or an imported field. Pure. */
import type { Range } from '../../../src/domain/focus.ts';
import { quantile } from '../../../src/domain/math/statistics.ts';
import { inferType } from '../../../src/modalities/table/infer-columns.ts';
import { isMissing } from '../../../src/modalities/table/missing.ts';
import { numberReader } from './column-values.ts';

export const EMPTY = '(empty)';
export const OTHERS = '(others)';
/** Smaller groups than the largest so many go together. */
const MOST_GROUPS = 8;

export interface Sliced {
  /** Group of each cell, in the order given. */
  readonly groups: readonly string[];
  /** Numbers were cut into thirds. */
  readonly isCut: boolean;
  /** The stretch of numbers that each such third is, by its name. */
  readonly ranges: ReadonlyMap<string, Range>;
}

/** `all`: cells of the whole project, or a sample: where numbers are cut does not hang on who was asked. */
export function slice(cells: readonly string[], all: readonly string[], name: string): Sliced {
  const read = numberReader(all, inferType(name, all));
  if (read && new Set(all).size > MOST_GROUPS) {
    const known = all.map(read).filter(Number.isFinite);
    const cuts = [quantile(known, 1 / 3) ?? 0, quantile(known, 2 / 3) ?? 0] as const;
    const [low, high] = cuts;
    const ranges = new Map<string, Range>([
      [third(Number.NEGATIVE_INFINITY, cuts), { low: null, high: low }],
      [third(low, cuts), { low, high }],
      [third(high, cuts), { low: high, high: null }],
    ]);
    return { groups: cells.map((cell) => third(read(cell), cuts)), isCut: true, ranges };
  }
  const counts = new Map<string, number>();
  for (const cell of all) counts.set(nameOf(cell), (counts.get(nameOf(cell)) ?? 0) + 1);
  const named = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_GROUPS)
    .map(([value]) => value);
  const shown = new Set(named);
  const toGroup = (cell: string): string => (shown.has(nameOf(cell)) ? nameOf(cell) : OTHERS);
  return { groups: cells.map(toGroup), isCut: false, ranges: new Map() };
}

/** Whether each cell is of the group: its value, or a number in its stretch. */
export function inGroup(
  cells: readonly string[],
  { group, range }: { readonly group: string; readonly range: Range | null },
): readonly boolean[] {
  if (!range) return cells.map((cell) => nameOf(cell) === group);
  const read = numberReader(cells, 'number');
  return cells.map((cell) => {
    const value = read ? read(cell) : Number.NaN;
    return value >= (range.low ?? Number.NEGATIVE_INFINITY) && value < (range.high ?? Infinity);
  });
}

const nameOf = (cell: string): string => (isMissing(cell) ? EMPTY : cell.trim());

function third(value: number, [low, high]: readonly [number, number]): string {
  if (Number.isNaN(value)) return EMPTY;
  if (value < low) return `below ${short(low)}`;
  return value < high ? `${short(low)} to ${short(high)}` : `${short(high)} and above`;
}

const short = (value: number): string => String(Number(value.toPrecision(4)));
