/** What trust rests on: blind answers to questions drawn at random, never learned from. */

/** The model's view of one audited item, and what a person said of it before seeing that view. */
export interface AuditedItem {
  /** Class probabilities, [classes]; they sum to 1 (one class per item) or each stands alone. */
  readonly probabilities: readonly number[];
  /** Index of the class that the person chose. */
  readonly truth: number;
}

/** Confidence in the proposed answer, and whether it was right. */
export interface ScoredAudit {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Most probable class and its probability; ties go to the lower index. */
export function proposed(probabilities: ArrayLike<number>): {
  readonly index: number;
  readonly confidence: number;
} {
  let index = 0;
  for (let c = 1; c < probabilities.length; c++)
    if ((probabilities[c] as number) > (probabilities[index] as number)) index = c;
  return { index, confidence: probabilities[index] ?? 0 };
}

export function scoreAudit({ probabilities, truth }: AuditedItem): ScoredAudit {
  const { index, confidence } = proposed(probabilities);
  return { confidence, isRight: index === truth };
}
