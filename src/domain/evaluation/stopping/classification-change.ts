/**
 * Classification change (Zhu, Wang and Hovy 2008, "Multi-criteria-based strategy to stop active
 * learning for data annotation"): one may stop when no prediction on the unlabelled items changed
 * over the last two learning cycles.
 */
import type { Criterion } from './criterion.ts';

const CYCLES = 2;

/** Predictions on the same items by models of growing age, oldest first, as codes that compare. */
export function classificationChange(models: readonly (readonly number[])[]): Criterion {
  const figures = models.slice(1).map((own, k) => {
    const before = models[k] ?? [];
    return own.filter((code, i) => code !== before[i]).length / Math.max(1, own.length);
  });
  const last = figures.slice(-CYCLES);
  const isKnown = last.length === CYCLES && (models[0]?.length ?? 0) > 0;
  const isMet = last.every((share) => share === 0);
  return {
    id: 'classification-change',
    verdict: isKnown ? (isMet ? 'met' : 'not-met') : 'unknown',
    figures,
    threshold: 0,
  };
}
