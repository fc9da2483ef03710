import type { QualityFigure } from '../records.ts';

/** Normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval of a proportion at 95 % (Wilson 1927): inside [0, 1] and honest at small n,
 * where the textbook interval is not. n = 0 gives [0, 1]: nothing is known.
 */
export function wilsonInterval(
  hits: number,
  n: number,
): { readonly low: number; readonly high: number } {
  if (n === 0) return { low: 0, high: 1 };
  const p = hits / n;
  const scale = 1 + Z ** 2 / n;
  const centre = p + Z ** 2 / (2 * n);
  const half = Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  // None or all of n reach their end exactly; rounding would leave it a hair away.
  const low = hits === 0 ? 0 : Math.max(0, (centre - half) / scale);
  const high = hits === n ? 1 : Math.min(1, (centre + half) / scale);
  return { low, high };
}

/** A share with its interval and n; null where there is nothing to share. */
export function proportion(hits: number, n: number): QualityFigure | null {
  return n === 0 ? null : { value: hits / n, ...wilsonInterval(hits, n), n };
}
