/** Exact upper bound of a proportion (Clopper and Pearson 1934), one-sided. */
import { binomialTail } from '../math/binomial.ts';

const TOLERANCE = 1e-12;

/**
 * The largest error rate that `errors` wrong among `n` leave possible at this certainty: the p with
 * P(X <= errors | n, p) = 1 - certainty. n = 0 gives 1: nothing is known.
 */
export function upperBound(errors: number, n: number, certainty = 0.95): number {
  if (errors >= n) return 1;
  let low = errors / n;
  let high = 1;
  while (high - low > TOLERANCE) {
    const middle = (low + high) / 2;
    if (atMost(errors, n, middle) > 1 - certainty) low = middle;
    else high = middle;
  }
  return high;
}

/** P(X <= k) for X ~ Binomial(n, p). */
export function atMost(k: number, n: number, p: number): number {
  return 1 - binomialTail(k + 1, n, p);
}

/** How many audited items, all of them right, are needed to show a rate of at most `rate`. */
export function leastWithoutError(rate: number, certainty: number): number {
  return Math.ceil(Math.log(1 - certainty) / Math.log(1 - rate));
}
