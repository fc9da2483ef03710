/**
 * What one more answer would do to the model, without fitting it: a Newton step of the new row's log
 * loss from where the model stands. With posterior covariance s(u, x) of the scores of a class (the
 * classes alike), an answer y to x moves the scores of u by
 *   s(u, x) (I + s(x, x) W)^-1 (e_y - p),   W = diag(p) - p p',   p = p(. | x).
 */

/** (I + s W)^-1 (e_y - p), [classes], by Sherman and Morrison; its sum is 0. */
export function classStep(p: ArrayLike<number>, answer: number, variance: number): Float64Array {
  const classes = p.length;
  const damped = new Float64Array(classes);
  let along = 0;
  let rest = 0;
  for (let c = 0; c < classes; c++) {
    const own = p[c] as number;
    const error = (c === answer ? 1 : 0) - own;
    damped[c] = error / (1 + variance * own);
    along += own * (damped[c] as number);
    rest += own / (1 + variance * own);
  }
  if (rest <= 0) return damped;
  for (let c = 0; c < classes; c++) {
    const own = p[c] as number;
    damped[c] = (damped[c] as number) + (variance * own * along) / (rest * (1 + variance * own));
  }
  return damped;
}

/** The same for a yes (1) or no (0) with one score: (y - p) / (1 + s p (1 - p)). */
export function binaryStep(p: number, answer: 0 | 1, variance: number): number {
  return (answer - p) / (1 + variance * p * (1 - p));
}

/** Probabilities after the scores have moved by factor x step, from row-major ones, into `target`. */
export function moveClasses(
  from: { readonly values: Float32Array; readonly start: number },
  step: Float64Array,
  factor: number,
  to: { readonly values: Float64Array; readonly start: number },
): void {
  let sum = 0;
  for (let c = 0; c < step.length; c++) {
    const moved = (from.values[from.start + c] as number) * Math.exp(factor * (step[c] as number));
    to.values[to.start + c] = moved;
    sum += moved;
  }
  for (let c = 0; c < step.length; c++)
    to.values[to.start + c] = (to.values[to.start + c] as number) / sum;
}

export function moveBinary(p: number, change: number): number {
  const raised = p * Math.exp(change);
  return raised / (raised + 1 - p);
}
