/** Audited items as fitting reads them: logarithms in one array, since fits go over them many times. */
import type { AuditedItem } from '../evidence.ts';
import { logOf } from './log-of.ts';

export interface Logits {
  readonly rows: number;
  readonly classes: number;
  /** ln p, row-major [rows x classes]. */
  readonly values: Float64Array;
  /** Class index of each row. */
  readonly truth: Int32Array;
}

export function logitsOf(items: readonly AuditedItem[]): Logits {
  const classes = items[0]?.probabilities.length ?? 0;
  const values = new Float64Array(items.length * classes);
  items.forEach(({ probabilities }, i) => {
    for (let c = 0; c < classes; c++) values[i * classes + c] = logOf(probabilities[c] ?? 0);
  });
  return {
    rows: items.length,
    classes,
    values,
    truth: Int32Array.from(items, ({ truth }) => truth),
  };
}

/** Turns scores into their softmax, in place; returns the logarithm of the sum that it divided by. */
export function toShares(scores: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const raised = Math.exp((scores[c] as number) - top);
    scores[c] = raised;
    sum += raised;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] as number) / sum;
  return Math.log(sum) + top;
}
