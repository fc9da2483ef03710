/** Folds for cross-validation in which every answer is as frequent as in the whole (Kohavi 1995). */
import { type Rng, shuffled } from '../math/rng.ts';

/**
 * Fold of each unit in [0, folds): the units of each stratum are shuffled and dealt round, and each
 * stratum goes on where the one before it ended, so that folds differ by at most one unit.
 */
export function stratifiedFolds(strata: readonly string[], folds: number, rng: Rng): Int32Array {
  const byStratum = new Map<string, number[]>();
  strata.forEach((stratum, unit) => {
    const own = byStratum.get(stratum);
    if (own) own.push(unit);
    else byStratum.set(stratum, [unit]);
  });
  const result = new Int32Array(strata.length);
  let next = 0;
  for (const key of [...byStratum.keys()].sort()) {
    for (const unit of shuffled(byStratum.get(key) ?? [], rng)) {
      result[unit] = next % folds;
      next += 1;
    }
  }
  return result;
}
