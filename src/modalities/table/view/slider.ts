/** Numbers of a slider as the column writes them. Pure. */
import type { DecimalMark } from '../numbers.ts';

const MOST_DECIMALS = 6;

/** Most digits behind the decimal mark among the examples. */
export function decimalsOf(examples: readonly string[], mark: DecimalMark): number {
  const counts = examples.map(
    (cell) => /(\d+)\D*$/.exec(cell.split(mark)[1] ?? '')?.[1]?.length ?? 0,
  );
  return Math.min(MOST_DECIMALS, Math.max(0, ...counts));
}

export function writeNumber(value: number, decimals: number, mark: DecimalMark): string {
  return value.toFixed(decimals).replace('.', mark);
}
