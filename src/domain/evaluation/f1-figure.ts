/**
 * F1 of one class with an interval that needs no resampling. Of the m items that are of the class or are
 * called so, h are both. F1 = 2h / (m + h) = 2J / (1 + J) with J = h / m, and given m, h is a binomial
 * count: Wilson's interval of J, put through that rising function, is one of F1. Unlike a bootstrap it
 * never shrinks to a point where all or none are right.
 */
import type { QualityFigure } from '../records.ts';
import { proportion } from './wilson.ts';

/** n = items that are of the class or are called so; null where there are none. */
export function f1Figure(hits: number, said: number, real: number): QualityFigure | null {
  const shared = proportion(hits, said + real - hits);
  if (!shared) return null;
  const toF1 = (share: number): number => (2 * share) / (1 + share);
  const { value, low, high, n } = shared;
  return { value: toF1(value), low: toF1(low), high: toF1(high), n };
}
