/** Interval of a difference of two proportions, from their Wilson intervals (Newcombe 1998, method 10). */
import type { QualityFigure } from '../records.ts';

export interface DifferenceInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** a - b at 95 %, each in [-1, 1]. */
export function newcombe(a: QualityFigure, b: QualityFigure): DifferenceInterval {
  const value = a.value - b.value;
  return {
    value,
    low: value - Math.hypot(a.value - a.low, b.high - b.value),
    high: value + Math.hypot(a.high - a.value, b.value - b.low),
  };
}
