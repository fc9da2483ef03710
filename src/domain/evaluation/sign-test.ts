/**
 * Sign test of two classifiers on the same items (exact McNemar): of the items on which only one is
 * right, is the share of the first more than chance?
 */

/**
 * P(X >= wins) for X binomial with n = wins + losses and p = 1/2: one-sided. 1 where there is nothing to
 * tell them apart. Both are whole numbers >= 0.
 */
export function signTest(wins: number, losses: number): number {
  const n = wins + losses;
  // log C(n, k) - n log 2, from k = 0 on, so that large n neither overflow nor vanish.
  let log = -n * Math.LN2;
  let tail = wins === 0 ? 1 : 0;
  for (let k = 0; k <= n && wins > 0; k++) {
    if (k >= wins) tail += Math.exp(log);
    log += Math.log((n - k) / (k + 1));
  }
  return Math.min(1, tail);
}
