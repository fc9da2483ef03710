import type { ThresholdPoint } from '../../../workers/api.ts';

/** The point of the curve at this threshold, or the nearest. */
export function pointAt(
  curve: readonly ThresholdPoint[],
  threshold: number,
): ThresholdPoint | null {
  return curve.reduce<ThresholdPoint | null>((best, point) => {
    const isNearer =
      !best || Math.abs(point.threshold - threshold) < Math.abs(best.threshold - threshold);
    return isNearer ? point : best;
  }, null);
}
