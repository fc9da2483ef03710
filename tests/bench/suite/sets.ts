/**
 * The data sets of the suite: how each is read, by which measure it is judged, and how far its
 * learning curve goes. Nothing here is tuned: budgets only bound how long a run may take.
 */
import type { Task } from '../args.ts';

export interface SuiteSet {
  readonly id: string;
  readonly file: string;
  readonly task: Task;
  readonly label: string | null;
  /** Macro-F1 where a class is rare, so that guessing the common one earns nothing. */
  readonly measure: 'accuracy' | 'macroF1';
  /** Labels of the long curves (random, margin, auto), and of all other strategies. */
  readonly long: number;
  readonly short: number;
  /** Seeds at most, where one costs many minutes; null = as many as asked for. */
  readonly mostSeeds: number | null;
  /** Answers between two points of a curve. */
  readonly every: number;
  /** Rough seconds of one answer in Node on one busy core, for the first estimate of time left. */
  readonly secondsPerAnswer: number;
  /** Part of `--quick`. */
  readonly isQuick: boolean;
}

type Given = Pick<SuiteSet, 'id' | 'file' | 'task' | 'long' | 'secondsPerAnswer'> &
  Partial<SuiteSet>;

function toSet(given: Given): SuiteSet {
  const measure: SuiteSet['measure'] = 'accuracy';
  const defaults = { label: null, measure, every: 10, mostSeeds: null, isQuick: false };
  return { ...defaults, short: Math.min(200, given.long), ...given };
}

export const suiteSets: readonly SuiteSet[] = [
  toSet({
    ...{ id: 'tweets', file: 'moderation-tweets.csv', task: 'text', measure: 'macroF1' },
    ...{ long: 600, secondsPerAnswer: 0.1, isQuick: true },
  }),
  toSet({
    ...{ id: 'banking', file: 'banking-intents.csv', task: 'text' },
    ...{ long: 400, every: 20, mostSeeds: 2, secondsPerAnswer: 0.6 },
  }),
  toSet({
    ...{ id: 'reviews', file: 'reviews-counterfactual.csv', task: 'text' },
    ...{ long: 600, secondsPerAnswer: 0.1 },
  }),
  toSet({
    ...{ id: 'iris', file: 'iris.csv', task: 'tabular', every: 2 },
    ...{ long: 60, secondsPerAnswer: 0.03, isQuick: true },
  }),
  toSet({
    ...{ id: 'wine', file: 'wine.csv', task: 'tabular', every: 2 },
    ...{ long: 60, secondsPerAnswer: 0.03, isQuick: true },
  }),
  toSet({
    ...{ id: 'breast-cancer', file: 'breast-cancer.csv', task: 'tabular', every: 5 },
    ...{ long: 150, secondsPerAnswer: 0.04, isQuick: true },
  }),
  toSet({
    ...{ id: 'digits', file: 'digits.csv', task: 'tabular', every: 5 },
    ...{ long: 300, secondsPerAnswer: 0.12, isQuick: true },
  }),
  toSet({
    ...{ id: 'churn', file: 'churn.csv', task: 'tabular', label: 'Churn', measure: 'macroF1' },
    ...{ long: 300, secondsPerAnswer: 0.1 },
  }),
  toSet({
    ...{ id: 'digits-images', file: 'digits-8x8.zip', task: 'image', long: 200 },
    secondsPerAnswer: 0.4,
  }),
  toSet({
    ...{ id: 'blood-cells', file: 'blood-cells.zip', task: 'image', long: 100 },
    secondsPerAnswer: 0.6,
  }),
  toSet({
    ...{ id: 'spoken-digits', file: 'spoken-digits.zip', task: 'audio', long: 200 },
    secondsPerAnswer: 0.5,
  }),
];

/** Files that only a browser decodes: these sets run in the built app. */
export function needsBrowser({ task }: SuiteSet): boolean {
  return task === 'image' || task === 'audio';
}
