/**
 * Population stability index: sum (a - e) ln(a / e) over the bins (Lewis 1994; a symmetrised Kullback
 * and Leibler divergence). Its usual bands, 0.1 and 0.25, are a convention and no test.
 */

/** Added to every count, so that an empty bin says much and not everything. */
const FLOOR = 0.5;

/** Of shares that each sum to 1 and have no zero. */
export function psiOfShares(expected: readonly number[], actual: readonly number[]): number {
  return expected.reduce((sum, e, i) => {
    const a = actual[i] ?? 0;
    return sum + (a - e) * Math.log(a / e);
  }, 0);
}

/** Of counts; 0 where one side is empty. */
export function psi(expected: readonly number[], actual: readonly number[]): number {
  if (total(expected) === 0 || total(actual) === 0) return 0;
  return psiOfShares(toShares(expected), toShares(actual));
}

function toShares(counts: readonly number[]): number[] {
  const sum = total(counts) + FLOOR * counts.length;
  return counts.map((count) => (count + FLOOR) / sum);
}

const total = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
