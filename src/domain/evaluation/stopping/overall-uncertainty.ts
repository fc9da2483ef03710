/**
 * Overall uncertainty (Zhu, Wang and Hovy 2008): one may stop when the mean entropy of the
 * predictions on the unlabelled items falls below a threshold. Here it is taken as a share of what
 * the classes allow (ln C; ln 2 for each yes or no), so that one threshold serves every project; the
 * paper sets its own by data set. Cautious probabilities, which few labels give, keep it from
 * being met early.
 */
import type { Criterion } from './criterion.ts';

export const UNCERTAINTY_THRESHOLD = 0.1;

export interface PoolProbabilities {
  /** Row-major [rows x classes]. */
  readonly probabilities: ArrayLike<number>;
  readonly rows: readonly number[];
  readonly classes: number;
  readonly mode: 'single' | 'multi';
}

/** Mean entropy over the rows in [0, 1]; null without rows or with one class only. */
export function meanUncertainty(pool: PoolProbabilities): number | null {
  const { probabilities, rows, classes, mode } = pool;
  if (rows.length === 0 || classes === 0 || (mode === 'single' && classes < 2)) return null;
  const most = mode === 'single' ? Math.log(classes) : classes * Math.LN2;
  let sum = 0;
  for (const row of rows) {
    for (let c = 0; c < classes; c++) {
      const p = probabilities[row * classes + c] ?? 0;
      sum += term(p) + (mode === 'multi' ? term(1 - p) : 0);
    }
  }
  return sum / rows.length / most;
}

const term = (p: number): number => (p > 0 ? -p * Math.log(p) : 0);

/** `isTaught` false: the model has learned nothing yet, and its doubt says nothing. */
export function overallUncertainty(mean: number | null, isTaught: boolean): Criterion {
  const isKnown = mean !== null && isTaught;
  return {
    id: 'overall-uncertainty',
    verdict: isKnown ? (mean < UNCERTAINTY_THRESHOLD ? 'met' : 'not-met') : 'unknown',
    figures: isKnown ? [mean] : [],
    threshold: UNCERTAINTY_THRESHOLD,
  };
}
