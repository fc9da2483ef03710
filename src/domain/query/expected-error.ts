/** The error that is left after a question, as expected before its answer is known. */
import { binaryEntropy, entropyAt } from './entropy-at.ts';
import { binaryStep, classStep, moveBinary, moveClasses } from './one-step.ts';

/**
 * sum_y p(y | x) sum_u H(p+(. | u)): expected log loss over the items u once x has its answer, in
 * nats. `after(y)` gives p+ of the items, [items x classes].
 */
export function expectedEntropy(
  answers: ArrayLike<number>,
  after: (answer: number) => ArrayLike<number>,
): number {
  const classes = answers.length;
  let sum = 0;
  for (let y = 0; y < classes; y++) {
    const weight = answers[y] as number;
    if (weight === 0) continue;
    const values = after(y);
    let left = 0;
    for (let start = 0; start < values.length; start += classes)
      left += entropyAt(values, start, { classes, mode: 'single' });
    sum += weight * left;
  }
  return sum;
}

export interface Prospect {
  /** What the model says of the item that may be asked, [classes]. */
  readonly own: Float32Array;
  /** Posterior variance of its scores, and covariance with those of the items, [items]. */
  readonly variance: number;
  readonly covariance: Float32Array;
  /** What the model says of the items now, [items x classes]. */
  readonly items: Float32Array;
}

/** Expected entropy of the items after one step, one class per item; per item. */
export function entropyAfterClass({ own, variance, covariance, items }: Prospect): number {
  const classes = own.length;
  const values = new Float64Array(items.length);
  const left = expectedEntropy(own, (answer) => {
    const step = classStep(own, answer, variance);
    for (let u = 0; u < covariance.length; u++) {
      const start = u * classes;
      moveClasses({ values: items, start }, step, covariance[u] as number, { values, start });
    }
    return values;
  });
  return left / Math.max(1, covariance.length);
}

/** The same for several classes per item: each is answered for itself; the sum over the classes. */
export function entropyAfterSet({ own, variance, covariance, items }: Prospect): number {
  const classes = own.length;
  let left = 0;
  for (let c = 0; c < classes; c++) {
    const p = own[c] as number;
    for (const answer of [0, 1] as const) {
      const weight = answer === 1 ? p : 1 - p;
      const step = binaryStep(p, answer, variance);
      for (let u = 0; u < covariance.length; u++) {
        const now = items[u * classes + c] as number;
        left += weight * binaryEntropy(moveBinary(now, (covariance[u] as number) * step));
      }
    }
  }
  return left / Math.max(1, covariance.length);
}
