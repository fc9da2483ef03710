/**
 * Mean over the classes of F1 = 2 TP / (2 TP + FP + FN). Works for one class per item and for any
 * number. Classes that occur neither in the truth nor in the predictions say nothing and are left
 * out; null when none is left.
 */
export interface PredictedSets {
  readonly truth: readonly (readonly number[])[];
  readonly predicted: readonly (readonly number[])[];
  readonly classes: number;
}

export function macroF1(input: PredictedSets): number | null {
  const scores = perClassF1(input).filter((score) => score !== null);
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** F1 of each class, null where it occurs nowhere. */
export function perClassF1({
  truth,
  predicted,
  classes,
}: PredictedSets): readonly (number | null)[] {
  const hits = new Float64Array(classes);
  const said = new Float64Array(classes);
  const real = new Float64Array(classes);
  truth.forEach((own, i) => {
    const proposed = predicted[i] ?? [];
    for (const c of own) real[c] = (real[c] ?? 0) + 1;
    for (const c of proposed) {
      if (c < 0 || c >= classes) continue;
      said[c] = (said[c] ?? 0) + 1;
      if (own.includes(c)) hits[c] = (hits[c] ?? 0) + 1;
    }
  });
  return Array.from(hits, (hit, c) => {
    const total = (said[c] ?? 0) + (real[c] ?? 0);
    return total === 0 ? null : (2 * hit) / total;
  });
}
