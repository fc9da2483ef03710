/** Exact binomial tail and the tests made of it. */

/** P(X >= k) for X ~ Binomial(n, p), summed in logarithms; k <= 0 gives 1. */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n || p <= 0) return 0;
  if (p >= 1) return 1;
  let logTerm = n * Math.log(1 - p); // P(X = 0)
  let sum = 0;
  for (let x = 0; x <= n; x++) {
    if (x > 0) logTerm += Math.log(((n - x + 1) / x) * (p / (1 - p)));
    if (x >= k) sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

/**
 * Exact two-sided McNemar test (McNemar 1947): of the cases that two models decide differently,
 * `onlyA` are right with the first alone and `onlyB` with the second alone. No such case gives 1.
 */
export function mcNemar(onlyA: number, onlyB: number): number {
  const n = onlyA + onlyB;
  return Math.min(1, 2 * binomialTail(Math.max(onlyA, onlyB), n, 0.5));
}
