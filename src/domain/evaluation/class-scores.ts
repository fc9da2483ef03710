/**
 * Precision, recall and F1 of each class on a sample. Precision and recall are shares and get
 * Wilson's interval; F1 and its mean are not, and get a bootstrap over the items.
 */
import type { Rng } from '../math/rng.ts';
import type { QualityFigure } from '../records.ts';
import { bootstrapIntervals } from './bootstrap.ts';
import { macroF1, type PredictedSets, perClassF1 } from './macro-f1.ts';
import { proportion, wilsonInterval } from './wilson.ts';

export interface ClassScore {
  /** Of those the model calls so, the share that is so; n = how often it does. */
  readonly precision: QualityFigure | null;
  /** Of those that are so, the share the model finds; n = how many there are. */
  readonly recall: QualityFigure | null;
  /** n = items that are so or are called so. */
  readonly f1: QualityFigure | null;
}

export interface ScoreReport {
  readonly classes: readonly ClassScore[];
  /** n = items of the sample. */
  readonly macroF1: QualityFigure | null;
}

/** Items times draws: more would hold up who waits, and moves no interval that anybody could read. */
const MOST_WORK = 150_000;
/** Beyond this each unit left out in turn takes too long, and the correction no longer matters. */
const MOST_CORRECTED = 500;
const FEWEST_DRAWS = 200;
const MOST_DRAWS = 1_000;

export function scoreClasses(sets: PredictedSets, rng: Rng): ScoreReport {
  const n = sets.truth.length;
  const counts = countClasses(sets);
  const intervals = bootstrapIntervals({
    n,
    rng,
    method: n > MOST_CORRECTED ? 'percentile' : 'bca',
    draws: Math.min(MOST_DRAWS, Math.max(FEWEST_DRAWS, Math.floor(MOST_WORK / Math.max(1, n)))),
    statistics: (units) => {
      const drawn = pick(sets, units);
      return [...perClassF1(drawn), macroF1(drawn)];
    },
  });
  const figure = (at: number, count: number): QualityFigure | null => {
    const own = intervals[at];
    return own ? { ...own, ...neverCertain(own, count), n: count } : null;
  };
  return {
    classes: counts.map(({ hits, said, real }, c) => ({
      precision: proportion(hits, said),
      recall: proportion(hits, real),
      f1: figure(c, said + real - hits),
    })),
    macroF1: figure(sets.classes, n),
  };
}

/**
 * Where every draw gives 0 or every draw 1, the bootstrap knows nothing of what it has not seen:
 * Wilson's interval of none, or all, of n stands in for the side that is open.
 */
function neverCertain(
  { low, high }: { readonly low: number; readonly high: number },
  n: number,
): { readonly low: number; readonly high: number } {
  if (low === 1) return wilsonInterval(n, n);
  if (high === 0) return wilsonInterval(0, n);
  return { low, high };
}

function pick({ truth, predicted, classes }: PredictedSets, units: Int32Array): PredictedSets {
  const from = (sets: PredictedSets['truth']): (readonly number[])[] =>
    Array.from(units, (unit) => sets[unit] ?? []);
  return { truth: from(truth), predicted: from(predicted), classes };
}

interface Counts {
  hits: number;
  said: number;
  real: number;
}

function countClasses({ truth, predicted, classes }: PredictedSets): readonly Counts[] {
  const counts = Array.from({ length: classes }, (): Counts => ({ hits: 0, said: 0, real: 0 }));
  truth.forEach((own, i) => {
    for (const c of own) (counts[c] as Counts).real += 1;
    for (const c of predicted[i] ?? []) {
      const count = counts[c];
      if (!count) continue;
      count.said += 1;
      if (own.includes(c)) count.hits += 1;
    }
  });
  return counts;
}
