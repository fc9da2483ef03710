/** The range and the steps of a slider, and a number written as its column writes numbers. Pure. */
import type { ColumnOverview } from '../overview.ts';
import { numberIn } from './cell-facts.ts';

export interface SliderRange {
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly middle: number;
  /** Digits behind the mark. */
  readonly digits: number;
}

const STEPS = 200;
const MOST_DIGITS = 6;

/** Null where all values are alike. */
export function sliderOf(column: ColumnOverview): SliderRange | null {
  const { range, examples } = column;
  if (!range) return null;
  const { quantiles, reading } = range;
  const [least, most] = [quantiles[0] ?? 0, quantiles.at(-1) ?? 0];
  if (!(most > least)) return null;
  const digits = Math.min(
    MOST_DIGITS,
    Math.max(0, ...examples.map((example) => digitsOf(example, reading))),
  );
  const finest = 10 ** -digits;
  const step = Math.max(finest, Math.round((most - least) / STEPS / finest) * finest);
  const middle = numberIn(column.typical, column);
  return { least, most, step, middle: Number.isFinite(middle) ? middle : least, digits };
}

function digitsOf(example: string, mark: string): number {
  const at = example.lastIndexOf(mark);
  return at < 0 ? 0 : (/^\d*/.exec(example.slice(at + 1))?.[0].length ?? 0);
}

export function cellOfNumber(
  value: number,
  { range }: ColumnOverview,
  { digits }: Pick<SliderRange, 'digits'>,
): string {
  return value.toFixed(digits).replace('.', range?.reading === ',' ? ',' : '.');
}
