/** Pearson's chi-square test that two rows of counts come from one distribution. */
import { chiSquareTail } from '../math/chi-square.ts';
import type { TestResult } from './kolmogorov-smirnov.ts';

/** Counts of the same categories in two samples. Categories that occur in neither say nothing. */
export function countsTest(a: readonly number[], b: readonly number[]): TestResult {
  const rows = a.map((count, i) => [count, b[i] ?? 0] as const).filter(([x, y]) => x + y > 0);
  const n = rows.reduce((sum, [x]) => sum + x, 0);
  const m = rows.reduce((sum, [, y]) => sum + y, 0);
  if (rows.length < 2 || n === 0 || m === 0) return { statistic: 0, p: 1 };
  const statistic = rows.reduce((sum, [x, y]) => {
    const expectedA = ((x + y) * n) / (n + m);
    const expectedB = ((x + y) * m) / (n + m);
    return sum + (x - expectedA) ** 2 / expectedA + (y - expectedB) ** 2 / expectedB;
  }, 0);
  return { statistic, p: chiSquareTail(statistic, rows.length - 1) };
}
