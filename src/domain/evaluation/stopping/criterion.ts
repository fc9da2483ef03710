/** What every stopping criterion says. All are advice: nothing ever stops by itself. */
export type CriterionId =
  | 'stabilising-predictions'
  | 'classification-change'
  | 'overall-uncertainty'
  | 'return';

/** `unknown`: what it rests on is not there yet. */
export type Verdict = 'met' | 'not-met' | 'unknown';

export interface Criterion {
  readonly id: CriterionId;
  readonly verdict: Verdict;
  /** The figures it looked at, oldest first; what they are is the criterion's own. */
  readonly figures: readonly number[];
  /** What the newest figure is held against. */
  readonly threshold: number;
}
