/**
 * Return on the next answer, after the cost model of Pullar-Strecker et al. (2021; label cost times
 * labels plus the cost of errors over the life of the model): one may stop when even the upper end
 * of what one more answer takes off the errors, times the items still to be predicted, times what an
 * error costs, is less than the answer costs.
 */
import type { Criterion } from './criterion.ts';

export interface ReturnInput {
  /** Upper end of the gain in share right of `more` answers; null = not known. */
  readonly gainHigh: number | null;
  readonly more: number;
  /** Items that nobody will have answered: the model decides them. */
  readonly items: number;
  readonly secondsPerAnswer: number | null;
  /** Null = the person has not said. */
  readonly perHour: number | null;
  readonly perError: number | null;
}

/** Figures: what the next answer brings at most, in money; threshold: what it costs. */
export function returnRule(input: ReturnInput): Criterion {
  const { gainHigh, more, items, secondsPerAnswer, perHour, perError } = input;
  const isKnown =
    gainHigh !== null && secondsPerAnswer !== null && perHour !== null && perError !== null;
  if (!isKnown) return { id: 'return', verdict: 'unknown', figures: [], threshold: 0 };
  const brings = (gainHigh / Math.max(1, more)) * items * perError;
  const costs = (secondsPerAnswer / 3600) * perHour;
  return {
    id: 'return',
    verdict: brings < costs ? 'met' : 'not-met',
    figures: [brings],
    threshold: costs,
  };
}
