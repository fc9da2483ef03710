/**
 * Split conformal prediction with the least ambiguous sets (LAC; Sadinle, Lei and Wasserman 2019):
 * the classes that cannot be ruled out. The set holds the truth with probability at least `coverage`.
 */
import type { AuditedItem } from './evidence.ts';

/**
 * The score up to which a class stays in the set: the k-th smallest of 1 - p(truth) over the audited
 * items, k = ceil((n + 1) coverage); infinite, so that every class stays, while there are too few.
 */
export function conformalQuantile(scores: readonly number[], coverage: number): number {
  // Rounded first: (9 + 1) * 0.9 is 9.000000000000002 in floating point, and no tenth score is meant.
  const k = Math.ceil(Math.round((scores.length + 1) * coverage * 1e9) / 1e9);
  const sorted = [...scores].sort((a, b) => a - b);
  return k > sorted.length ? Number.POSITIVE_INFINITY : (sorted[k - 1] ?? 0);
}

export function nonconformity({ probabilities, truth }: AuditedItem): number {
  return 1 - (probabilities[truth] ?? 0);
}

/** Classes in the set, ascending; never empty: the most probable one always stays. */
export function predictionSet(
  probabilities: readonly number[],
  quantile: number,
): readonly number[] {
  const top = Math.max(...probabilities);
  return probabilities.flatMap((p, c) => (1 - p <= quantile || p === top ? [c] : []));
}
