/** The standard normal distribution. */

/**
 * P(Z <= z). Complementary error function after Press et al., Numerical Recipes (6.2): Chebyshev
 * fit, fractional error below 1.2e-7 everywhere.
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const series = COEFFICIENTS.reduceRight((sum, c) => sum * t + c, 0);
  const tail = 0.5 * t * Math.exp(-x * x + series);
  return z >= 0 ? 1 - tail : tail;
}

const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

/** Beyond this many standard deviations the tail is below what `normalCdf` can tell. */
const FARTHEST = 8;
const HALVINGS = 60;

/** The z with P(Z <= z) = p, by bisection; -8 and 8 stand for p = 0 and p = 1. */
export function normalQuantile(p: number): number {
  let low = -FARTHEST;
  let high = FARTHEST;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
