/**
 * Bootstrap intervals (Efron 1979) of any figures that are computed from the same n units: the units
 * are drawn anew with replacement, and the spread of the figure over the draws is its interval.
 */
import { normalCdf, normalQuantile } from '../math/normal.ts';
import type { Rng } from '../math/rng.ts';
import { quantile } from '../math/statistics.ts';

export interface BootstrapInput {
  /** Number of units. */
  readonly n: number;
  /** The figures of these units (with repeats), null where one is undefined; always equally many. */
  readonly statistics: (units: Int32Array) => readonly (number | null)[];
  readonly rng: Rng;
  /** Draws; 1,000 unless said otherwise. */
  readonly draws?: number;
  /** Two-sided coverage in (0, 1); 0.95 unless said otherwise. */
  readonly level?: number;
  readonly method?: 'bca' | 'percentile';
}

export interface BootstrapInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const DRAWS = 1_000;
const LEVEL = 0.95;

/** One interval per figure; null where the figure itself is undefined on all units, or n = 0. */
export function bootstrapIntervals(input: BootstrapInput): readonly (BootstrapInterval | null)[] {
  const { n, statistics, rng, draws = DRAWS, level = LEVEL, method = 'bca' } = input;
  const units = Int32Array.from({ length: n }, (_, i) => i);
  const values = statistics(units);
  if (n === 0) return values.map(() => null);
  const drawn: number[][] = values.map(() => []);
  const picked = new Int32Array(n);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < n; i++) picked[i] = rng.integer(n);
    keep(drawn, statistics(picked));
  }
  const left = method === 'bca' ? leaveOneOut(units, statistics, values.length) : null;
  return values.map((value, k) => {
    const own = drawn[k] ?? [];
    if (value === null || own.length === 0) return null;
    const tail = (1 - level) / 2;
    const [low, high] = left
      ? correctedTails({ value, drawn: own, left: left[k] ?? [], tail })
      : [tail, 1 - tail];
    return { value, low: quantile(own, low) ?? value, high: quantile(own, high) ?? value };
  });
}

function keep(into: readonly number[][], figures: readonly (number | null)[]): void {
  figures.forEach((figure, k) => {
    if (figure !== null) into[k]?.push(figure);
  });
}

function leaveOneOut(
  units: Int32Array,
  statistics: BootstrapInput['statistics'],
  count: number,
): readonly number[][] {
  const left: number[][] = Array.from({ length: count }, () => []);
  units.forEach((unit) => {
    keep(left, statistics(units.filter((other) => other !== unit)));
  });
  return left;
}

interface Corrected {
  readonly value: number;
  readonly drawn: readonly number[];
  /** The figure without each unit in turn. */
  readonly left: readonly number[];
  /** Share of the draws beyond each end, were the figure unbiased. */
  readonly tail: number;
}

/** Bias-corrected and accelerated: which quantiles of the draws bound the interval (Efron 1987). */
function correctedTails({ value, drawn, left, tail }: Corrected): readonly [number, number] {
  const below = drawn.filter((one) => one < value).length;
  const same = drawn.filter((one) => one === value).length;
  const bias = normalQuantile((below + same / 2) / drawn.length);
  const speed = acceleration(left);
  const corrected = (z: number): number => normalCdf(bias + (bias + z) / (1 - speed * (bias + z)));
  const z = normalQuantile(1 - tail);
  return [corrected(-z), corrected(z)];
}

/** Sum of cubes over 6 (sum of squares)^1.5 of mean minus each; 0 where nothing varies. */
export function acceleration(left: readonly number[]): number {
  const mean = left.reduce((sum, one) => sum + one, 0) / Math.max(1, left.length);
  const squares = left.reduce((sum, one) => sum + (mean - one) ** 2, 0);
  const cubes = left.reduce((sum, one) => sum + (mean - one) ** 3, 0);
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
