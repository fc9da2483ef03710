/**
 * What the whole pool would show, estimated from items that a strategy chose by chance but not
 * evenly: the levelled unbiased risk estimator (Farquhar, Gal and Rainforth 2021, R_LURE).
 *
 *   v_m = 1 + (N - M) / (N - m) * (1 / ((N - m + 1) q_m) - 1),   R = mean of v_m L_m
 *
 * N items, M of them drawn without putting back; q_m is the probability with which the m-th was
 * drawn from the N - m + 1 then left. Only probabilities that were recorded will do: a choice that is
 * no matter of chance (q = 1) cannot be corrected.
 */
import type { Rng } from '../math/rng.ts';
import type { QualityFigure, QuestionRecord } from '../records.ts';
import { bootstrapIntervals } from './bootstrap.ts';

export interface WeightedDraw {
  /** Of the item, among those in the pool when it was drawn; in (0, 1). */
  readonly probability: number;
  /** Items in the pool when it was drawn: N - m + 1. */
  readonly poolSize: number;
}

/** Fewer draws than these say nothing that an interval could hold. */
export const LEAST_DRAWS = 20;

/** True for a question that was drawn by chance, with its probability, and is no audit or repeat. */
export function isWeightedDraw(question: QuestionRecord | null): question is QuestionRecord {
  return (
    question !== null &&
    !question.audit &&
    !question.repeat &&
    question.probability > 0 &&
    question.probability < 1 &&
    question.poolSize > 1
  );
}

/**
 * Weights in the order drawn. Where other questions came between the draws, the recorded size of
 * the pool stands for N - m + 1, and N counts the draws and what is left after the last of them.
 */
export function lureWeights(draws: readonly WeightedDraw[]): readonly number[] {
  const M = draws.length;
  const left = Math.max(0, (draws.at(-1)?.poolSize ?? 1) - 1);
  const N = M + left;
  return draws.map(({ probability, poolSize }, i) => {
    const m = i + 1;
    if (N === m) return 1; // The last item of the pool stands for itself.
    return 1 + ((N - M) / (N - m)) * (1 / (poolSize * probability) - 1);
  });
}

/** Mean loss over the pool; null without a draw. `losses` in the order drawn. */
export function lureRisk(draws: readonly WeightedDraw[], losses: readonly number[]): number | null {
  if (draws.length === 0) return null;
  const weights = lureWeights(draws);
  return weights.reduce((sum, v, m) => sum + v * (losses[m] ?? 0), 0) / draws.length;
}

/**
 * Share right over the pool with a bootstrap interval over the weighted losses, kept within [0, 1];
 * `wrong` has 1 for each draw that the model gets wrong. Null with fewer than `LEAST_DRAWS`.
 */
export function lureShareRight(
  draws: readonly WeightedDraw[],
  wrong: readonly number[],
  rng: Rng,
): QualityFigure | null {
  const n = draws.length;
  if (n < LEAST_DRAWS) return null;
  const terms = lureWeights(draws).map((v, m) => v * (wrong[m] ?? 0));
  const value = lureRisk(draws, wrong);
  const [own] = bootstrapIntervals({
    n,
    rng,
    statistics: (units) => [units.reduce((sum, unit) => sum + (terms[unit] ?? 0), 0) / n],
  });
  if (!own || value === null) return null;
  const toRight = (risk: number): number => Math.min(1, Math.max(0, 1 - risk));
  return { value: toRight(value), low: toRight(own.high), high: toRight(own.low), n };
}
