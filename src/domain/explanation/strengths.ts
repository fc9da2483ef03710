/**
 * How strongly each gesture of a person counts. Feedback errs, and some people's more than others'
 * (Settles and Zhu 2012; Wong et al. 2011), so it is measured: each next answer is scored before it
 * is learned, by models in which the gesture is off, halved, as it is and doubled (prequential, Dawid
 * 1984), and the strength is the mean of the four, weighted by prior times exp(-summed log loss):
 * the posterior of a mixture of forecasters (Vovk 1990; Cesa-Bianchi and Lugosi 2006, 3.3).
 */
import type { Gesture } from './gestures.ts';
import { IRRELEVANT_FACTOR, type PriorTerm, type TeachingTerms } from './to-terms.ts';

export type Strengths = Readonly<Record<Gesture, number>>;

export const GESTURES = [
  'word-for',
  'word-irrelevant',
  'region-evidence',
  'region-irrelevant',
  'edit',
  'judged',
] as const satisfies readonly Gesture[];
export const AS_IT_IS: Strengths = {
  'word-for': 1,
  'word-irrelevant': 1,
  'region-evidence': 1,
  'region-irrelevant': 1,
  edit: 1,
  judged: 1,
};
export const VARIANTS = [0, 0.5, 1, 2] as const;
/** Their mean is 1: without evidence a gesture counts as it is. */
const PRIOR = [0.1, 0.2, 0.5, 0.2] as const;
/** Strengths go in such steps, so that what rounding does to a loss does nothing to a model. */
const STEPS_PER_UNIT = 20;

/** `losses`: summed log loss of the scored answers, in nats, by variant. Between 0 and 2. */
export function strengthFrom(losses: readonly number[]): number {
  const least = Math.min(...losses);
  let total = 0;
  let sum = 0;
  VARIANTS.forEach((variant, i) => {
    const weight = (PRIOR[i] as number) * Math.exp(least - (losses[i] ?? least));
    total += weight;
    sum += weight * variant;
  });
  return Math.round((sum / total) * STEPS_PER_UNIT) / STEPS_PER_UNIT;
}

/** The terms with each gesture at its strength: 0 = as if it had not been said. */
export function withStrengths(terms: TeachingTerms, strengths: Strengths): TeachingTerms {
  return {
    priors: terms.priors.flatMap((prior) => {
      const strength = strengths[gestureOfPrior(prior)];
      return strength === 0 ? [] : [scalePrior(prior, strength)];
    }),
    rows: terms.rows.map((row) => ({ ...row, weight: row.weight * strengths[row.gesture] })),
  };
}

/** Gestures that these terms stem from. */
export function gesturesIn({ priors, rows }: TeachingTerms): readonly Gesture[] {
  const found = new Set<Gesture>([
    ...priors.map(gestureOfPrior),
    ...rows.map(({ gesture }) => gesture),
  ]);
  return GESTURES.filter((gesture) => found.has(gesture));
}

/** Means are multiplied; of a precision its logarithm is, since half of "a hundred times" is as much. */
function scalePrior(prior: PriorTerm, strength: number): PriorTerm {
  return {
    ...prior,
    means: prior.means.map((mean) => mean * strength),
    factor: prior.factor ** strength,
  };
}

function gestureOfPrior({ factor }: PriorTerm): Gesture {
  return factor === IRRELEVANT_FACTOR ? 'word-irrelevant' : 'word-for';
}
