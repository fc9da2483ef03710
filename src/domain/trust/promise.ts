/**
 * A threshold from a promise: "at most `mostWrong` of what the model decides alone is wrong, with this
 * certainty". Learn then test (Angelopoulos, Bates, Candes, Jordan and Lei 2021) by fixed-sequence
 * testing: how many of the most confident audited items would be accepted is tested in an order that
 * depends on their number alone, each by the exact binomial test, up to the first that fails.
 * So the chance that the threshold returned breaks the promise is at most 1 - certainty, for any
 * model, as long as what comes is like what was audited.
 *
 * The threshold lies at the least confident item of a step; given that score, those above it are a
 * random sample of what it accepts, so that item itself is left out of the count.
 */
import { atMost, leastWithoutError } from './clopper-pearson.ts';
import type { ScoredAudit } from './evidence.ts';

export interface Promised {
  /** Largest share of wrong answers among the accepted, in (0, 1). */
  readonly mostWrong: number;
  /** In (0, 1): 0.95 = kept in at least 95 of 100 projects. */
  readonly certainty: number;
}

export type PromiseResult =
  | {
      readonly kind: 'kept';
      /** Accept what is more confident than this. */
      readonly threshold: number;
      /** Audited items above it, and how many of those were wrong. */
      readonly accepted: number;
      readonly wrong: number;
      readonly audits: number;
    }
  | {
      readonly kind: 'too-little';
      readonly audits: number;
      /** Audit answers needed at the least, more than there are. */
      readonly needed: number;
    }
  | {
      readonly kind: 'not-shown';
      readonly audits: number;
      /** Of the most confident `tested` audited items so many were wrong: too many to promise it. */
      readonly tested: number;
      readonly wrong: number;
      /** Audit answers that would show it if the error rate stays; null when it is too high for that. */
      readonly needed: number | null;
    };

/** About this share of the audited items is tested first: fewer and one error ends it, more and it asks too much. */
const FIRST_SHARE = 1 / 3;
const MOST_NEEDED = 100_000;

export function thresholdFor(
  audited: readonly ScoredAudit[],
  { mostWrong, certainty }: Promised,
): PromiseResult {
  const audits = audited.length;
  const least = leastWithoutError(mostWrong, certainty);
  // One item is spent on the threshold itself.
  if (audits < least + 1) return { kind: 'too-little', audits, needed: least + 1 };
  const sorted = [...audited].sort((a, b) => b.confidence - a.confidence);
  const errors = cumulativeErrors(sorted);
  let kept: PromiseResult | null = null;
  for (const count of steps(audits, { mostWrong, certainty })) {
    const wrong = errors[count] ?? 0;
    if (atMost(wrong, count, mostWrong) > 1 - certainty) {
      return kept ?? notShown({ audits, count, wrong, mostWrong, certainty });
    }
    // Equal confidence cannot be told apart: the threshold lies below none of its equals.
    const threshold = sorted[count]?.confidence ?? 0;
    kept = { kind: 'kept', threshold, accepted: count, wrong, audits };
  }
  return kept ?? { kind: 'too-little', audits, needed: least + 1 };
}

/**
 * How many are accepted in each test, ascending; a function of numbers alone. Counts at which one more
 * error is allowed than before, since all between them ask more and allow no more, and last all of them.
 */
function steps(audits: number, promised: Promised): readonly number[] {
  const counts = efficientCounts(audits - 1, promised);
  const wanted = audits * FIRST_SHARE;
  const nearest = counts.reduce(
    (best, one, i) => (Math.abs(one - wanted) < Math.abs((counts[best] ?? 0) - wanted) ? i : best),
    0,
  );
  const taken = counts.slice(nearest);
  return taken.at(-1) === audits - 1 ? taken : [...taken, audits - 1];
}

/**
 * For 0, 1, 2 ... errors the fewest items among which they still show the promise, up to `most` items.
 * One walk: P(X <= k) and P(X = k) of n items give those of n + 1 items and of k + 1.
 */
export function efficientCounts(
  most: number,
  { mostWrong, certainty }: Promised,
): readonly number[] {
  const counts: number[] = [];
  let errors = 0;
  let exactly = 1;
  let atMostSoMany = 1;
  for (let n = 1; n <= most; n++) {
    atMostSoMany -= mostWrong * exactly;
    exactly *= (n / (n - errors)) * (1 - mostWrong);
    if (atMostSoMany > 1 - certainty) continue;
    counts.push(n);
    exactly *= ((n - errors) / (errors + 1)) * (mostWrong / (1 - mostWrong));
    errors += 1;
    atMostSoMany += exactly;
  }
  return counts;
}

/** [k] = how many of the first k are wrong. */
function cumulativeErrors(sorted: readonly ScoredAudit[]): readonly number[] {
  const sums = [0];
  for (const { isRight } of sorted) sums.push((sums.at(-1) ?? 0) + (isRight ? 0 : 1));
  return sums;
}

interface Failed extends Promised {
  readonly audits: number;
  readonly count: number;
  readonly wrong: number;
}

function notShown({ audits, count, wrong, mostWrong, certainty }: Failed): PromiseResult {
  const base = { kind: 'not-shown' as const, audits, tested: count, wrong };
  const rate = wrong / count;
  for (let n = count; n <= MOST_NEEDED && rate < mostWrong; n = Math.ceil(n * 1.05)) {
    if (atMost(Math.ceil(rate * n), n, mostWrong) > 1 - certainty) continue;
    return { ...base, needed: Math.ceil((n / count) * audits) };
  }
  return { ...base, needed: null };
}
