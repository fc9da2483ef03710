/** Two-sample test of Kolmogorov and Smirnov: the largest gap between two empirical distributions. */

export interface TestResult {
  readonly statistic: number;
  /** Chance of a statistic at least so large if nothing changed, in [0, 1]. */
  readonly p: number;
}

/** p by the asymptotic series with Stephens' correction (1970), fair from about 8 values a side. */
export function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): TestResult {
  if (a.length === 0 || b.length === 0) return { statistic: 0, p: 1 };
  const statistic = largestGap(ascending(a), ascending(b));
  const n = Math.sqrt((a.length * b.length) / (a.length + b.length));
  return { statistic, p: kolmogorovTail((n + 0.12 + 0.11 / n) * statistic) };
}

const ascending = (values: readonly number[]): number[] => [...values].sort((x, y) => x - y);

function largestGap(a: readonly number[], b: readonly number[]): number {
  let i = 0;
  let j = 0;
  let gap = 0;
  while (i < a.length && j < b.length) {
    const x = Math.min(a[i] as number, b[j] as number);
    while (i < a.length && (a[i] as number) <= x) i++;
    while (j < b.length && (b[j] as number) <= x) j++;
    gap = Math.max(gap, Math.abs(i / a.length - j / b.length));
  }
  return gap;
}

/** 2 sum (-1)^(k-1) exp(-2 k^2 x^2), in [0, 1]. */
function kolmogorovTail(x: number): number {
  if (x < 0.2) return 1; // The series alternates without end there; the tail is 1 to ten digits.
  let sum = 0;
  for (let k = 1; k <= 100; k++) {
    const term = (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x);
    sum += term;
    if (Math.abs(term) < 1e-12) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}
