/** What one cell is beside the others of its column. Pure. */
import { type DateOrder, readDate } from '../dates.ts';
import { isMissing } from '../missing.ts';
import { type DecimalMark, readNumber } from '../numbers.ts';
import type { ColumnOverview } from '../overview.ts';

export interface CellFacts {
  readonly isMissing: boolean;
  readonly unusual: 'low' | 'high' | 'rare' | null;
  /** Numbers and dates: the value, and the share of the rows below it; NaN where it is neither. */
  readonly value: number;
  readonly below: number;
  /** Categories: share of the rows with the same level; NaN elsewhere. */
  readonly share: number;
}

/** A level that fewer rows than this have is rare. */
const RARE_SHARE = 0.02;

export function factsOf(cell: string, column: ColumnOverview | undefined): CellFacts {
  const plain = { unusual: null, value: Number.NaN, below: Number.NaN, share: Number.NaN };
  if (isMissing(cell)) return { ...plain, isMissing: true };
  if (!column) return { ...plain, isMissing: false };
  if (column.levels) {
    const known = column.levels.find(({ level }) => level === cell.trim());
    const share = known?.share ?? 0;
    return { ...plain, isMissing: false, share, unusual: share < RARE_SHARE ? 'rare' : null };
  }
  const { range } = column;
  if (!range) return { ...plain, isMissing: false };
  const value = numberIn(cell, column);
  const unusual = value < range.from ? 'low' : value > range.to ? 'high' : null;
  return { ...plain, isMissing: false, value, below: shareBelow(value, range), unusual };
}

export function numberIn(cell: string, { kind, range }: ColumnOverview): number {
  if (!range) return Number.NaN;
  return kind === 'date'
    ? readDate(cell, range.reading as DateOrder)
    : readNumber(cell, range.reading as DecimalMark);
}

type Range = NonNullable<ColumnOverview['range']>;

/** From the bars: they hold 98 % of the rows, a hundredth lies beyond either end. */
function shareBelow(value: number, { bars, from, to }: Range): number {
  if (!Number.isFinite(value)) return Number.NaN;
  if (value <= from) return from === to ? 0 : 0.01;
  if (value >= to) return 0.99;
  const place = ((value - from) / (to - from)) * bars.length;
  const whole = Math.floor(place);
  const before = bars.slice(0, whole).reduce((sum, share) => sum + share, 0);
  return Math.min(0.99, 0.01 + before + (place - whole) * (bars[whole] ?? 0));
}
