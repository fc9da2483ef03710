/**
 * Losses as functions of the scores f [n x classes]: value, gradient and curvature. Multinomial
 * log loss for one class per row, one binary log loss per class for any number.
 */
import type { HeadMode } from './types.ts';

export interface Targets {
  readonly rows: number;
  readonly classes: number;
  readonly mode: HeadMode;
  /** 0 or 1, row-major [rows x classes]. */
  readonly truth: Float64Array;
  /** How much each row counts, [rows]. */
  readonly weights: Float64Array;
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

/** Weighted sum of the losses, from probabilities. */
export function lossOf(
  probabilities: Float64Array,
  { classes, mode, truth, weights }: Targets,
): number {
  let sum = 0;
  for (let i = 0; i < truth.length; i++) {
    const p = probabilities[i] as number;
    const weight = weights[Math.floor(i / classes)] as number;
    if (truth[i] === 1) sum -= weight * Math.log(Math.max(p, FLOOR));
    else if (mode === 'multi') sum -= weight * Math.log(Math.max(1 - p, FLOOR));
  }
  return sum;
}

/** result = W direction, with W the curvature of the loss at these probabilities. */
export function curvatureTimes(
  probabilities: Float64Array,
  direction: Float64Array,
  { rows, classes, mode, weights }: Targets,
  result: Float64Array,
): void {
  for (let r = 0; r < rows; r++) {
    const start = r * classes;
    const weight = weights[r] as number;
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
