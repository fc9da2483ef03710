/** How far probabilities can be taken at their word. */

/**
 * Expected calibration error (Naeini, Cooper and Hauskrecht 2015): mean over equal-width bins,
 * closed on the right, of |share right - mean confidence|, weighted by the bin's size. In [0, 1].
 */
export function expectedCalibrationError(
  confidence: readonly number[],
  isRight: readonly boolean[],
  bins = 10,
): number {
  const count = new Float64Array(bins);
  const sum = new Float64Array(bins);
  const right = new Float64Array(bins);
  confidence.forEach((p, i) => {
    const bin = Math.min(bins - 1, Math.max(0, Math.ceil(p * bins) - 1));
    count[bin] = (count[bin] ?? 0) + 1;
    sum[bin] = (sum[bin] ?? 0) + p;
    if (isRight[i]) right[bin] = (right[bin] ?? 0) + 1;
  });
  const gaps = Array.from(count, (_, bin) => Math.abs((right[bin] ?? 0) - (sum[bin] ?? 0)));
  return confidence.length === 0 ? 0 : gaps.reduce((a, b) => a + b, 0) / confidence.length;
}

/** Probabilities are raised to this before the logarithm, so that one certain error stays finite. */
const FLOOR = 1e-15;

/** Mean of -ln p(truth) in nats; 0 for no items. */
export function logLoss(probabilityOfTruth: readonly number[]): number {
  const sum = probabilityOfTruth.reduce((total, p) => total - Math.log(Math.max(FLOOR, p)), 0);
  return probabilityOfTruth.length === 0 ? 0 : sum / probabilityOfTruth.length;
}

/** Brier score of the confidence in the proposed answer: mean of (p - right)^2, in [0, 1]. */
export function brierScore(confidence: readonly number[], isRight: readonly boolean[]): number {
  const sum = confidence.reduce((total, p, i) => total + (p - (isRight[i] ? 1 : 0)) ** 2, 0);
  return confidence.length === 0 ? 0 : sum / confidence.length;
}
