/**
 * Losses as functions of the scores f [n x classes]: value, gradient and curvature. Multinomial
 * log loss for one class per row, one binary log loss per class for any number. Rows may also ask
 * for shares of classes, or for scores of zero (squared loss).
 */
import type { HeadMode } from './types.ts';

export interface Targets {
  readonly rows: number;
  readonly classes: number;
  readonly mode: HeadMode;
  /** Share of each class in [0, 1], row-major [rows x classes]. */
  readonly truth: Float64Array;
  /** How much each row counts, [rows]. */
  readonly weights: Float64Array;
  /** 1 for rows with the squared loss, whose truth is 0; null = none. */
  readonly squares?: Uint8Array | null;
}

/**
 * From scores to what is compared with the truth, in place: probabilities, and for rows with the
 * squared loss the scores themselves.
 */
export function respond(scores: Float64Array, { classes, mode, squares }: Targets): void {
  if (!squares) toProbabilities(scores, classes, mode);
  squares?.forEach((isSquare, row) => {
    if (!isSquare)
      toProbabilities(scores.subarray(row * classes, (row + 1) * classes), classes, mode);
  });
}

/** Turns scores into probabilities, in place, row by row. */
export function toProbabilities(
  scores: Float64Array | Float32Array,
  classes: number,
  mode: HeadMode,
): void {
  for (let start = 0; start < scores.length; start += classes) {
    if (mode === 'multi') {
      for (let c = 0; c < classes; c++)
        scores[start + c] = 1 / (1 + Math.exp(-(scores[start + c] as number)));
      continue;
    }
    let top = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < classes; c++) top = Math.max(top, scores[start + c] as number);
    let sum = 0;
    for (let c = 0; c < classes; c++) {
      const value = Math.exp((scores[start + c] as number) - top);
      scores[start + c] = value;
      sum += value;
    }
    for (let c = 0; c < classes; c++) scores[start + c] = (scores[start + c] as number) / sum;
  }
}

const FLOOR = 1e-300;

/** Weighted sum of the losses, from responses. */
export function lossOf(
  responses: Float64Array,
  { classes, mode, truth, weights, squares }: Targets,
): number {
  let sum = 0;
  for (let i = 0; i < truth.length; i++) {
    const p = responses[i] as number;
    const y = truth[i] as number;
    const row = Math.floor(i / classes);
    const weight = weights[row] as number;
    if (squares?.[row]) {
      sum += (weight * p * p) / 2;
      continue;
    }
    if (y > 0) sum -= weight * y * Math.log(Math.max(p, FLOOR));
    if (mode === 'multi' && y < 1) sum -= weight * (1 - y) * Math.log(Math.max(1 - p, FLOOR));
  }
  return sum;
}

/** result = W direction, with W the curvature of the loss at these responses. */
export function curvatureTimes(
  probabilities: Float64Array,
  direction: Float64Array,
  { rows, classes, mode, weights, squares }: Targets,
  result: Float64Array,
): void {
  for (let r = 0; r < rows; r++) {
    const start = r * classes;
    const weight = weights[r] as number;
    if (squares?.[r]) {
      for (let c = 0; c < classes; c++)
        result[start + c] = weight * (direction[start + c] as number);
      continue;
    }
    let mean = 0;
    if (mode === 'single') {
      for (let c = 0; c < classes; c++)
        mean += (probabilities[start + c] as number) * (direction[start + c] as number);
    }
    for (let c = 0; c < classes; c++) {
      const p = probabilities[start + c] as number;
      const d = direction[start + c] as number;
      result[start + c] = weight * p * (mode === 'single' ? d - mean : (1 - p) * d);
    }
  }
}
