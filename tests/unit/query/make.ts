/** Inputs for query strategies: by hand, and from a small model that was really fitted. */
import { createRng } from '../../../src/domain/math/rng.ts';
import { pointPosterior } from '../../../src/domain/query/point-posterior.ts';
import type { QueryInput } from '../../../src/domain/query/strategy.ts';
import { DEFAULT_HYPER } from '../../../workers/learn/head/choose-hyper.ts';
import { fitHead } from '../../../workers/learn/head/fit.ts';
import { createGram } from '../../../workers/learn/head/gram.ts';
import type { HeadMode, HyperParameters, LabelledRow } from '../../../workers/learn/head/types.ts';
import {
  createPosterior,
  type PosteriorInput,
} from '../../../workers/learn/posterior/posterior.ts';
import { scoreRows } from '../../../workers/learn/session/score-rows.ts';
import { DIMS, makePool } from '../learn/make.ts';

/** Rows with these probabilities, all of them candidates, and a model that has no doubt of itself. */
export function inputWith(
  values: readonly number[],
  { classes, ...more }: Partial<QueryInput> & { readonly classes: number },
): QueryInput {
  const probabilities = Float32Array.from(values);
  return {
    probabilities,
    classes,
    mode: 'single',
    candidates: Int32Array.from({ length: values.length / classes }, (_, row) => row),
    count: 10,
    rng: createRng(1),
    vectors: { dims: 0, values: new Float32Array(0) },
    answers: [],
    posterior: pointPosterior({ probabilities, classes }),
    decisions: 0,
    budgetLeft: null,
    ...more,
  };
}

export interface FittedOptions {
  readonly rows: number;
  readonly classes: number;
  readonly mode: HeadMode;
  readonly seed: number;
  /** Rows that have their answer. */
  readonly isAnswered: (row: number) => boolean;
  readonly hyper?: HyperParameters;
}

/** What a posterior is made of: a head at its optimum over made-up rows. */
export function fittedModel(options: FittedOptions): PosteriorInput {
  const { rows, classes, mode, seed, isAnswered, hyper = DEFAULT_HYPER } = options;
  const features = makePool(rows, classes, seed);
  const labels: LabelledRow[] = Array.from({ length: rows }, (_, row) => row)
    .filter(isAnswered)
    .map((row) => ({ row, classes: [row % classes] }));
  const problem = { features, labels, classes, mode, hyper, priors: [] };
  const gram = createGram(() => features);
  const { weights } = fitHead({ ...problem, gram, start: { dual: new Map(), found: null } });
  const all = Array.from({ length: rows }, (_, row) => row);
  const probabilities = Float32Array.from(scoreRows({ features, rows: all, head: weights, mode }));
  return { ...problem, weights, probabilities, seed };
}

/** The input that a session would give, with a third of the rows answered. */
export function fittedInput(
  options: Omit<FittedOptions, 'isAnswered'> & { readonly count: number },
): QueryInput {
  const isAnswered = (row: number): boolean => row % 3 === 1;
  const model = fittedModel({ ...options, isAnswered });
  const { rows, classes, mode, seed, count } = options;
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  return {
    probabilities: model.probabilities,
    classes,
    mode,
    candidates: all.filter((row) => !isAnswered(row)),
    count,
    rng: createRng(seed),
    vectors: { dims: DIMS, values: unitRows(model.features.dense) },
    answers: model.labels,
    posterior: createPosterior(model),
    decisions: model.labels.length,
    budgetLeft: null,
  };
}

function unitRows(dense: Float32Array): Float32Array {
  const values = Float32Array.from(dense);
  for (let start = 0; start < values.length; start += DIMS) {
    const row = values.subarray(start, start + DIMS);
    const length = Math.hypot(...row);
    row.forEach((value, k) => {
      row[k] = value / length;
    });
  }
  return values;
}
