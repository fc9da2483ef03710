/**
 * How frequent each class is in new items, though nobody answered them, where only the frequencies
 * changed and not what a class looks like: black-box shift estimation (Lipton, Wang and Smola 2018).
 * With C[i][j] = share of audited items that the model calls i and that are j, and m[i] = share of new
 * items that it calls i, the weights w = C^-1 m say how much more frequent each class became.
 */
import type { ClassId } from '../records.ts';

export type LabelShift =
  /** `classes` without `needed` audit answers each, or that the model cannot tell apart. */
  | {
      readonly kind: 'unknown';
      readonly why: 'too-few' | 'too-alike' | 'several-classes';
      readonly needed: number;
    }
  | {
      readonly kind: 'estimate';
      readonly audits: number;
      readonly classes: readonly {
        readonly classId: ClassId;
        /** Share among the audit answers, and the estimate for the new items. */
        readonly before: number;
        readonly now: number;
      }[];
    };

/** Audit answers that each class must have. */
export const LEAST_PER_CLASS = 5;
/** A pivot below this share of the largest: noise would be blown up. */
const LEAST_PIVOT = 0.02;

export interface ShiftInput {
  readonly classIds: readonly ClassId[];
  /** Class indices: what a person said, what the model says. */
  readonly audits: readonly { readonly truth: number; readonly said: number }[];
  /** How many new items the model gives each class. */
  readonly proposed: readonly number[];
}

export function labelShift({ classIds, audits, proposed }: ShiftInput): LabelShift {
  const size = classIds.length;
  const truths = classIds.map((_, c) => audits.filter(({ truth }) => truth === c).length);
  const total = proposed.reduce((a, b) => a + b, 0);
  const needed = LEAST_PER_CLASS;
  if (total === 0 || size < 2 || truths.some((count) => count < needed))
    return { kind: 'unknown', why: 'too-few', needed };
  const joint = classIds.map(() => new Array<number>(size).fill(0));
  for (const { truth, said } of audits) {
    const row = joint[said] as number[];
    row[truth] = (row[truth] as number) + 1 / audits.length;
  }
  const weights = solve(
    joint,
    proposed.map((count) => count / total),
  );
  if (!weights) return { kind: 'unknown', why: 'too-alike', needed };
  const before = truths.map((count) => count / audits.length);
  const raw = before.map((share, c) => Math.max(0, share * (weights[c] as number)));
  const sum = raw.reduce((a, b) => a + b, 0);
  return {
    kind: 'estimate',
    audits: audits.length,
    classes: classIds.map((classId, c) => ({
      classId,
      before: before[c] as number,
      now: sum > 0 ? (raw[c] as number) / sum : (before[c] as number),
    })),
  };
}

/** Gauss with row pivots; null for a matrix near to singular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const largest = Math.max(...matrix.flat());
  for (let k = 0; k < size; k++) {
    const best = rows.slice(k).reduce((at, row, i) => {
      const isLarger = Math.abs(row[k] as number) > Math.abs(rows[at]?.[k] as number);
      return isLarger ? k + i : at;
    }, k);
    [rows[k], rows[best]] = [rows[best] as number[], rows[k] as number[]];
    const pivot = rows[k] as number[];
    if (Math.abs(pivot[k] as number) < LEAST_PIVOT * largest) return null;
    for (const row of rows) if (row !== pivot) subtract(row, pivot, k);
  }
  return rows.map((row, k) => (row[size] as number) / (row[k] as number));
}

function subtract(row: number[], pivot: readonly number[], k: number): void {
  const factor = (row[k] as number) / (pivot[k] as number);
  for (let j = k; j < row.length; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number);
}
