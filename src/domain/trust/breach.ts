/**
 * Whether spot checks show that a promise is broken, asked after every one of them. A test that is
 * looked at again and again must be valid at every look: the evidence is a ratio of likelihoods, the
 * error rate spread evenly over (mostWrong, 1] against mostWrong itself. While the promise is kept
 * its mean never exceeds 1, so that it ever reaches 1 / (1 - certainty) has at most the chance
 * 1 - certainty (Ville 1939; Robbins 1970).
 */

import { binomialTail } from '../math/binomial.ts';
import { logGamma } from '../math/chi-square.ts';
import type { Promised } from './promise.ts';

/** Natural logarithm of the evidence against "at most `mostWrong` are wrong". */
export function breachEvidence(wrong: number, n: number, mostWrong: number): number {
  if (n === 0) return 0;
  // Integral of p^w (1-p)^(n-w) over (mostWrong, 1]: a complete beta times a binomial tail.
  const beta = logGamma(wrong + 1) + logGamma(n - wrong + 1) - logGamma(n + 2);
  const above = 1 - binomialTail(wrong + 1, n + 1, mostWrong);
  const spread = beta + Math.log(Math.max(1e-300, above)) - Math.log(1 - mostWrong);
  const promised = wrong * Math.log(mostWrong) + (n - wrong) * Math.log(1 - mostWrong);
  return spread - promised;
}

export function isBreached(
  { wrong, n }: { readonly wrong: number; readonly n: number },
  { mostWrong, certainty }: Promised,
): boolean {
  return breachEvidence(wrong, n, mostWrong) >= -Math.log(1 - certainty);
}
