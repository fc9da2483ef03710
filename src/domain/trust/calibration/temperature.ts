/**
 * Temperature scaling (Guo, Pleiss, Sun and Weinberger 2017): one number T, fitted on audit answers
 * alone, that makes probabilities sharper (T < 1) or milder (T > 1) without changing any answer:
 *   p_T(c) = p(c)^(1/T) / sum_k p(k)^(1/T).
 */
import type { AuditedItem } from '../evidence.ts';
import { logOf } from './log-of.ts';
import { type Logits, logitsOf, toShares } from './logits.ts';

const WIDEST_LOG = Math.log(50);
const TOLERANCE = 1e-10;
const MOST_STEPS = 100;
/**
 * What is known of log T before any audit answer, as a normal distribution: strong priors on few
 * answers make a head less sure than it is right. Mean and spread of what fitted best after 100, 300 and
 * 500 answers on five other data sets than any figure of ours is quoted from (churn, reviews, digits,
 * breast cancer, banking intents; means -0.09, 0.0, -0.6, -0.5, -0.5).
 */
export const LOG_T = { mean: -0.32, spread: 0.35 } as const;

/** What every finer map begins from. */
export interface Base {
  readonly temperature: number;
  /** Added to the logarithm of each class; absent = 0 (`half-freed.ts`). */
  readonly shifts?: readonly number[];
}

export interface TemperatureOptions {
  /** Mean and standard deviation of the normal prior of log T; an infinite spread = maximum likelihood. */
  readonly mean?: number;
  readonly spread?: number;
  readonly shifts?: readonly number[];
}

/** The T of least log loss (plus its prior) on these items, in [1/50, 50]; 1 for none. */
export function fitTemperature(
  items: readonly AuditedItem[],
  { mean = LOG_T.mean, spread = LOG_T.spread, shifts = [] }: TemperatureOptions = {},
): number {
  if (items.length === 0) return 1;
  const logits = logitsOf(items);
  const precision = 1 / spread ** 2;
  const slope = (logT: number): Slope => {
    const { first, second } = slopeOf(logits, Math.exp(-logT), shifts);
    return { first: first + precision * (logT - mean), second: second + precision };
  };
  return Math.exp(valley(slope, -WIDEST_LOG, WIDEST_LOG));
}

/** First and second derivative. */
interface Slope {
  readonly first: number;
  readonly second: number;
}

/**
 * Of the log loss in log T, at the scale s = 1/T: with E and Var over the scaled shares of a row,
 * dL/ds = sum E[z] - z_truth and d2L/ds2 = sum Var[z].
 */
function slopeOf(
  { rows, classes, values, truth }: Logits,
  scale: number,
  shifts: readonly number[],
): Slope {
  const shares = new Float64Array(classes);
  let first = 0;
  let second = 0;
  for (let i = 0; i < rows; i++) {
    const at = i * classes;
    for (let c = 0; c < classes; c++)
      shares[c] = (values[at + c] as number) * scale + (shifts[c] ?? 0);
    toShares(shares);
    let mean = 0;
    let square = 0;
    for (let c = 0; c < classes; c++) {
      const z = values[at + c] as number;
      mean += (shares[c] as number) * z;
      square += (shares[c] as number) * z * z;
    }
    first += mean - (values[at + (truth[i] as number)] as number);
    second += square - mean * mean;
  }
  return { first: -scale * first, second: scale * first + scale * scale * second };
}

/** Where a function with one valley is least: Newton's steps, halving the bracket where they leave it. */
function valley(slope: (x: number) => Slope, from: number, to: number): number {
  let low = from;
  let high = to;
  let x = 0;
  for (let step = 0; step < MOST_STEPS && high - low > TOLERANCE; step++) {
    const { first, second } = slope(x);
    if (first > 0) high = x;
    else low = x;
    const next = x - first / second;
    const moved = second > 0 && next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(moved - x) < TOLERANCE) return moved;
    x = moved;
  }
  return x;
}

/** The same probabilities at temperature T, [classes], summing to 1. */
export function atTemperature(
  probabilities: ArrayLike<number>,
  temperature: number,
  shifts: readonly number[] = [],
): number[] {
  const scaled = Array.from(probabilities, (p, c) => logOf(p) / temperature + (shifts[c] ?? 0));
  const top = Math.max(...scaled);
  const raised = scaled.map((z) => Math.exp(z - top));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / sum);
}

/** A separate yes or no at temperature T: its log odds divided by T. */
export function yesAtTemperature(p: number, temperature: number): number {
  return 1 / (1 + Math.exp((logOf(1 - p) - logOf(p)) / temperature));
}
