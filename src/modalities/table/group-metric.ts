/**
 * How far two rows are apart, where the rows fall into clear groups: by what varies within groups
 * (Mahalanobis distance by the covariance within them), so that a direction in which all groups are
 * narrow and which tells them apart counts as much as it can. A discriminant does the same with
 * labels; here the groups come from the rows alone. Where no groups are clear, or where they have heavy
 * tails: none.
 */
import { solveLower, solveUpper } from '../../domain/math/cholesky.ts';
import { findGroups } from './find-groups.ts';
import type { Mixture } from './mixture.ts';
import type { FittedColumn } from './state.ts';
import { tailsOf } from './tails.ts';

export interface GroupMetric {
  /** Inputs that it turns, ascending. */
  readonly at: readonly number[];
  /** Lower Cholesky factor of their covariance within groups, [at x at]. */
  readonly lower: Float64Array;
  /** Brings the turned inputs back to the mean square they had. */
  readonly scale: number;
}

export interface MetricInput {
  readonly columns: readonly FittedColumn[];
  /** Row-major [rows x inputs]. */
  readonly sample: Float32Array;
  readonly inputs: number;
  readonly seed: number;
}

const MOST_ROWS = 400;
const LEAST_ROWS = 40;
const MOST_COLUMNS = 24;
/** A number that takes fewer values, or one of them so often, is no matter of degrees. */
const LEAST_VALUES = 10;
const MOST_ALIKE = 1 / 3;
/** Groups are clear when they are few and a row's own has nearly all of it. */
const MOST_CLEAR = 6;
const OWN_SHARE = 0.97;
/** Kurtosis within groups beyond which a covariance does not say how a group varies. */
const MOST_TAILS = 1.5;

export function fitGroupMetric(input: MetricInput): GroupMetric | null {
  const { inputs, sample, seed } = input;
  const rows = inputs === 0 ? 0 : Math.min(MOST_ROWS, sample.length / inputs);
  const at = gradual(input, rows);
  if (rows < LEAST_ROWS || at.length < 2 || at.length > MOST_COLUMNS) return null;
  const values = new Float64Array(at.length * rows);
  at.forEach((place, i) => {
    for (let r = 0; r < rows; r++) values[i * rows + r] = sample[r * inputs + place] as number;
  });
  const points = { values, rows, dims: at.length };
  const found = findGroups(points, seed);
  if (!isClear(found, rows) || tailsOf(points, found) > MOST_TAILS) return null;
  const turned = centred(values, rows);
  const before = squareOf(turned);
  solveLower(found.lower, at.length, turned);
  return { at, lower: found.lower, scale: Math.sqrt(before / squareOf(turned)) };
}

/** Inputs of the numbers that are a matter of degrees. */
function gradual({ columns, sample, inputs }: MetricInput, rows: number): readonly number[] {
  return columns.flatMap((column) => {
    if (column.kind !== 'number') return [];
    const counts = new Map<number, number>();
    for (let r = 0; r < rows; r++) {
      const value = sample[r * inputs + column.input] as number;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const most = Math.max(...counts.values());
    return counts.size >= LEAST_VALUES && most <= MOST_ALIKE * rows ? [column.input] : [];
  });
}

function isClear({ groups, shares }: Mixture, rows: number): boolean {
  if (groups < 2 || groups > MOST_CLEAR) return false;
  let own = 0;
  for (let r = 0; r < rows; r++) {
    let most = 0;
    for (let at = r; at < shares.length; at += rows) most = Math.max(most, shares[at] as number);
    own += most;
  }
  return own / rows >= OWN_SHARE;
}

function centred(values: Float64Array, rows: number): Float64Array {
  const result = values.slice();
  for (let from = 0; from < values.length; from += rows) {
    const own = result.subarray(from, from + rows);
    const mean = own.reduce((sum, value) => sum + value, 0) / rows;
    for (let r = 0; r < rows; r++) own[r] = (own[r] as number) - mean;
  }
  return result;
}

function squareOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

/** The rows as the metric sees them: plain distances between these are its distances. */
export function turnRows(
  { at, lower, scale }: GroupMetric,
  rows: Float32Array,
  inputs: number,
): Float32Array {
  const result = rows.slice();
  for (let start = 0; start < rows.length; start += inputs) {
    const own = Float64Array.from(at, (place) => rows[start + place] as number);
    solveLower(lower, at.length, own);
    at.forEach((place, i) => {
      result[start + place] = scale * (own[i] as number);
    });
  }
  return result;
}

/** Frequencies [inputs x count] for turned rows become those that give plain rows the same angles. */
export function turnFrequencies(
  { at, lower, scale }: GroupMetric,
  frequencies: Float32Array,
  count: number,
): Float32Array {
  const block = new Float64Array(at.length * count);
  at.forEach((place, i) => {
    for (let k = 0; k < count; k++)
      block[i * count + k] = scale * (frequencies[place * count + k] as number);
  });
  solveUpper(lower, at.length, block);
  const result = frequencies.slice();
  at.forEach((place, i) => {
    for (let k = 0; k < count; k++) result[place * count + k] = block[i * count + k] as number;
  });
  return result;
}
