/** Groups of items by the value of a column or an imported field. Pure. */
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
}

/** `all`: cells of the whole project, or a sample: where numbers are cut does not hang on who was asked. */
export function slice(cells: readonly string[], all: readonly string[], name: string): Sliced {
  const read = numberReader(all, inferType(name, all));
  if (read && new Set(all).size > MOST_GROUPS) {
    const known = all.map(read).filter(Number.isFinite);
    const cuts = [quantile(known, 1 / 3) ?? 0, quantile(known, 2 / 3) ?? 0] as const;
    return { groups: cells.map((cell) => third(read(cell), cuts)), isCut: true };
  }
  const counts = new Map<string, number>();
  for (const cell of all) counts.set(nameOf(cell), (counts.get(nameOf(cell)) ?? 0) + 1);
  const named = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_GROUPS)
    .map(([value]) => value);
  const shown = new Set(named);
  const toGroup = (cell: string): string => (shown.has(nameOf(cell)) ? nameOf(cell) : OTHERS);
  return { groups: cells.map(toGroup), isCut: false };
}

const nameOf = (cell: string): string => (isMissing(cell) ? EMPTY : cell.trim());

function third(value: number, [low, high]: readonly [number, number]): string {
  if (!Number.isFinite(value)) return EMPTY;
  if (value < low) return `below ${short(low)}`;
  return value < high ? `${short(low)} to ${short(high)}` : `${short(high)} and above`;
}

const short = (value: number): string => String(Number(value.toPrecision(4)));
