/** Learns what each column of a table holds: scales, steps, levels. */
import type { ColumnSpec } from '../../domain/records.ts';
import { dateOrderOf, readDate } from './dates.ts';
import type { Cells } from './infer-columns.ts';
import { isMissing } from './missing.ts';
import { decimalMarkOf, readNumber } from './numbers.ts';
import { fitRamp } from './ramp.ts';
import type { CategoryColumn, CyclicPart, DateColumn, NumberColumn } from './state.ts';

/** Steps a column is cut into: fewer where there are many columns. */
const MOST_STEPS = 12;
const FEWEST_STEPS = 4;
const ALL_STEPS = 480;
/** Levels with a column of their own; all rarer ones are one. */
const MOST_LEVELS = 100;
const RARE = 2;
/** Cells offered for changes: as many quantiles of the column. */
const EXAMPLES = 24;

export const HARMONICS = 2;
export const OTHER = '(other)';
export const MISSING = '(missing)';

export type Unplaced<C> = Omit<C, 'first' | 'input'>;

export function stepsFor(columns: number): number {
  return Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, Math.floor(ALL_STEPS / Math.max(1, columns))));
}

export function cellsOf(rows: readonly Cells[], { name }: ColumnSpec): readonly string[] {
  return rows.map((row) => row[name] ?? '');
}

/** Null when no cell is a number. */
export function fitNumber(
  name: string,
  cells: readonly string[],
  steps: number,
): Unplaced<NumberColumn> | null {
  const mark = decimalMarkOf(cells);
  const read = (cell: string): number => (isMissing(cell) ? Number.NaN : readNumber(cell, mark));
  const found = sortCells(cells, read);
  if (!found) return null;
  const ramp = fitRamp(found.sorted, steps);
  const { examples, missing, typical } = found;
  const width = 1 + ramp.edges.length + 1;
  return { kind: 'number', name, mark, ramp, width, inputs: 2, examples, missing, typical };
}

/** Null when no cell is a date. */
export function fitDate(
  name: string,
  cells: readonly string[],
  steps: number,
): Unplaced<DateColumn> | null {
  const order = dateOrderOf(cells);
  const found = sortCells(cells, (cell) => readDate(cell, order));
  if (!found) return null;
  const ramp = fitRamp(found.sorted, steps);
  const parts = (['hour', 'weekday', 'month'] as const).filter((part) =>
    varies(found.sorted, part),
  );
  const { examples, missing, typical } = found;
  const cyclic = parts.length * HARMONICS * 2;
  const width = 1 + ramp.edges.length + cyclic + 1;
  const inputs = 1 + parts.length * 2 + 1;
  return { kind: 'date', name, order, ramp, parts, width, inputs, examples, missing, typical };
}

interface SortedCells {
  readonly sorted: Float64Array;
  readonly examples: readonly string[];
  readonly typical: string;
  readonly missing: number;
}

function sortCells(cells: readonly string[], read: (cell: string) => number): SortedCells | null {
  const known = cells
    .map((cell) => ({ cell, value: read(cell) }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.value - b.value);
  if (known.length === 0) return null;
  const at = (share: number): string =>
    known[Math.round(share * (known.length - 1))]?.cell.trim() ?? '';
  const picked = Array.from({ length: EXAMPLES }, (_, k) => at(k / (EXAMPLES - 1)));
  return {
    sorted: Float64Array.from(known, ({ value }) => value),
    examples: [...new Set(picked)],
    typical: at(0.5),
    missing: 1 - known.length / Math.max(1, cells.length),
  };
}

/** Null when every cell is missing. */
export function fitCategory(
  name: string,
  cells: readonly string[],
): Unplaced<CategoryColumn> | null {
  const found = new Map<string, number>();
  let known = 0;
  for (const cell of cells) {
    if (isMissing(cell)) continue;
    const level = cell.trim();
    found.set(level, (found.get(level) ?? 0) + 1);
    known += 1;
  }
  if (known === 0) return null;
  const ordered = [...found].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const kept = ordered.filter(([, count]) => count >= RARE).slice(0, MOST_LEVELS);
  const levels = kept.map(([level]) => level);
  const counts = kept.map(([, count]) => count);
  const pooled = {
    levels: ordered.length - kept.length,
    count: known - counts.reduce((sum, count) => sum + count, 0),
  };
  const examples = levels.length > 0 ? levels : ordered.slice(0, EXAMPLES).map(([level]) => level);
  const size = levels.length + 2;
  const missing = 1 - known / Math.max(1, cells.length);
  const typical = examples[0] ?? '';
  return {
    ...{ kind: 'category', name, levels, counts, pooled, width: size, inputs: size },
    ...{ examples, missing, typical },
  };
}

const PART_MS: Readonly<Record<CyclicPart, number>> = {
  hour: 86_400_000,
  weekday: 7 * 86_400_000,
  month: 365.2425 * 86_400_000,
};

/** Where in its cycle an instant lies, in [0, 1). */
export function phaseOf(part: CyclicPart, instant: number): number {
  const turns = instant / PART_MS[part];
  return turns - Math.floor(turns);
}

/** The time of day varies unless all lie at midnight; weekdays within days; months over half a year. */
function varies(sorted: Float64Array, part: CyclicPart): boolean {
  const span = (sorted.at(-1) as number) - (sorted[0] as number);
  if (part === 'hour') return new Set(sorted.map((one) => phaseOf('hour', one))).size > 1;
  return span >= (part === 'weekday' ? PART_MS.weekday : PART_MS.month / 2);
}
