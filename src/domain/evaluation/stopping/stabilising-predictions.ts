/**
 * Stabilising predictions (Bloodgood and Vijay-Shanker 2009): consecutive models predict a fixed set
 * of unlabelled items, and one may stop when their agreement beyond chance (Cohen's kappa) was at
 * least 0.99 over the last three windows. The paper takes 2,000 items at least, as the set is here
 * where the project has so many.
 */
import { cohenKappa } from '../cohen-kappa.ts';
import type { Criterion } from './criterion.ts';

export const KAPPA_THRESHOLD = 0.99;
export const WINDOWS = 3;

/** Predictions on the same items by models of growing age, oldest first, as codes that compare. */
export function stabilisingPredictions(models: readonly (readonly number[])[]): Criterion {
  const figures = models.slice(1).map((own, k) => {
    const before = models[k] ?? [];
    // Both always the same one answer: kappa is undefined, and the predictions do not move.
    return cohenKappa(before, own) ?? (before.length > 0 ? 1 : 0);
  });
  const last = figures.slice(-WINDOWS);
  const isKnown = last.length === WINDOWS && (models[0]?.length ?? 0) > 0;
  const isMet = last.every((kappa) => kappa >= KAPPA_THRESHOLD);
  return {
    id: 'stabilising-predictions',
    verdict: isKnown ? (isMet ? 'met' : 'not-met') : 'unknown',
    figures,
    threshold: KAPPA_THRESHOLD,
  };
}
