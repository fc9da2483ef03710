/** Upper tail of the chi-square distribution, by the regularised incomplete gamma function. */

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;
const TERMS = 500;
const PRECISION = 1e-14;

/** P(X >= x) for X chi-square with `degrees` > 0 degrees of freedom; 1 for x <= 0. */
export function chiSquareTail(x: number, degrees: number): number {
  if (x <= 0) return 1;
  const a = degrees / 2;
  const z = x / 2;
  return z < a + 1 ? 1 - lowerSeries(a, z) : upperFraction(a, z);
}

/** ln Gamma(x), x > 0 (Lanczos 1964, g = 7). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const shifted = x - 1;
  const sum = LANCZOS.reduce((total, c, i) => total + c / (shifted + i + 1), 0.99999999999980993);
  const t = shifted + LANCZOS.length - 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** P(a, z) by its power series (Abramowitz and Stegun 6.5.29). */
function lowerSeries(a: number, z: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; k < TERMS && term > sum * PRECISION; k++) {
    term *= z / (a + k);
    sum += term;
  }
  return sum * Math.exp(-z + a * Math.log(z) - logGamma(a));
}

/** Q(a, z) by its continued fraction (6.5.31), evaluated from the front (Lentz 1976). */
function upperFraction(a: number, z: number): number {
  const tiny = 1e-300;
  let b = z + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < TERMS; i++) {
    const factor = -i * (i - a);
    b += 2;
    d = 1 / (factor * d + b || tiny);
    c = b + factor / c || tiny;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < PRECISION) break;
  }
  return h * Math.exp(-z + a * Math.log(z) - logGamma(a));
}
