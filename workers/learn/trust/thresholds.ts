/** From the settings to thresholds, and what they would do to the pool. */
import { proportion } from '../../../src/domain/evaluation/wilson.ts';
import type { ClassId } from '../../../src/domain/records.ts';
import type { ScoredAudit } from '../../../src/domain/trust/evidence.ts';
import { type PromiseResult, thresholdFor } from '../../../src/domain/trust/promise.ts';
import type { RoutingSettings } from '../../../src/domain/trust/settings.ts';
import type { ThresholdPoint } from '../../trust-api.ts';

const POINTS = 41;

export interface Thresholds {
  readonly promise: PromiseResult | null;
  /** By class id; empty while a promise cannot be kept. */
  readonly thresholds: Readonly<Record<string, number>>;
}

export function thresholdsFor(
  { accept }: RoutingSettings,
  scored: readonly ScoredAudit[],
  classIds: readonly ClassId[],
): Thresholds {
  if (accept.kind === 'by-hand') {
    const { perClass, fallback } = accept;
    const thresholds = Object.fromEntries(classIds.map((id) => [id, perClass[id] ?? fallback]));
    return { promise: null, thresholds };
  }
  const promise = thresholdFor(scored, accept);
  if (promise.kind !== 'kept') return { promise, thresholds: {} };
  const thresholds = Object.fromEntries(classIds.map((id) => [id, promise.threshold]));
  return { promise, thresholds };
}

/** Equally spaced thresholds in [0, 1]; `confidences` are those that may be accepted, ascending. */
export function thresholdCurve(
  confidences: Float32Array,
  scored: readonly ScoredAudit[],
): readonly ThresholdPoint[] {
  return Array.from({ length: POINTS }, (_, i) => {
    const threshold = i / (POINTS - 1);
    const above = scored.filter(({ confidence }) => confidence > threshold);
    const wrong = above.filter(({ isRight }) => !isRight).length;
    return {
      threshold,
      accepted: confidences.length - countAtMost(confidences, threshold),
      wrong: proportion(wrong, above.length),
    };
  });
}

/** How many of the ascending values are at most this. */
function countAtMost(values: Float32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
