/**
 * The same optimum as `solve.ts`, sought among the weights instead of the rows: the better way once
 * there are more labelled rows than features. Newton with conjugate gradients, preconditioned by
 * the prior, step halving as there.
 */
import type { Features } from '../../../src/modalities/contract.ts';
import { curvatureTimes, lossOf, type Targets, toProbabilities } from './loss.ts';
import type { HyperParameters, LabelledRow } from './types.ts';
import { emptyWeights, type HeadWeights } from './weights.ts';

export interface PrimalProblem {
  readonly features: Features;
  readonly labels: readonly LabelledRow[];
  readonly targets: Targets;
  readonly hyper: HyperParameters;
  /** Scores of the prior means alone, [rows x classes]; absent = zero. */
  readonly offset?: Float64Array | undefined;
}

export interface PrimalSolution {
  readonly weights: HeadWeights;
  readonly iterations: number;
  readonly residual: number;
}

const MAX_NEWTON = 40;
const MAX_CONJUGATE = 60;
/** Of the gradient, relative to the number of rows. */
const TOLERANCE = 1e-6;
const MAX_HALVINGS = 20;

type Blocks = Pick<HeadWeights, 'sparse' | 'dense' | 'intercept'>;
const BLOCKS = ['sparse', 'dense', 'intercept'] as const;

export function solvePrimal(problem: PrimalProblem, start?: HeadWeights): PrimalSolution {
  const { features, targets } = problem;
  let weights = start ? copy(start, targets.classes) : emptyWeights(features, targets.classes);
  let iterations = 0;
  let residual = Number.POSITIVE_INFINITY;
  for (; iterations < MAX_NEWTON; iterations++) {
    const probabilities = probabilitiesAt(problem, weights);
    const negative = negativeGradient(problem, weights, probabilities);
    residual = Math.sqrt(inner(negative, negative)) / targets.rows;
    if (residual < TOLERANCE) break;
    const step = newtonStep(problem, probabilities, negative);
    const next = descend(problem, weights, step);
    if (!next) break;
    weights = next;
  }
  return { weights, iterations, residual };
}

function rowScores(
  { features, labels, targets }: PrimalProblem,
  weights: HeadWeights,
): Float64Array {
  const { classes } = targets;
  const { dense, denseDims, sparse } = features;
  const scores = new Float64Array(labels.length * classes);
  labels.forEach(({ row }, i) => {
    for (let c = 0; c < classes; c++) {
      let sum = weights.intercept[c] as number;
      for (let k = 0; k < denseDims; k++)
        sum += (dense[row * denseDims + k] as number) * (weights.dense[k * classes + c] as number);
      for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++) {
        sum +=
          (sparse.values[e] as number) *
          (weights.sparse[(sparse.indices[e] as number) * classes + c] as number);
      }
      scores[i * classes + c] = sum;
    }
  });
  return scores;
}

function probabilitiesAt(problem: PrimalProblem, weights: HeadWeights): Float64Array {
  const scores = rowScores(problem, weights);
  problem.offset?.forEach((value, i) => {
    scores[i] = (scores[i] as number) + value;
  });
  toProbabilities(scores, problem.targets.classes, problem.targets.mode);
  return scores;
}

/** X' v, block by block. */
function gather({ features, labels, targets }: PrimalProblem, values: Float64Array): HeadWeights {
  const { classes } = targets;
  const { dense, denseDims, sparse } = features;
  const result = emptyWeights(features, classes);
  labels.forEach(({ row }, i) => {
    for (let c = 0; c < classes; c++) {
      const value = values[i * classes + c] as number;
      if (value === 0) continue;
      result.intercept[c] = (result.intercept[c] as number) + value;
      for (let k = 0; k < denseDims; k++) {
        const at = k * classes + c;
        result.dense[at] =
          (result.dense[at] as number) + value * (dense[row * denseDims + k] as number);
      }
      for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++) {
        const at = (sparse.indices[e] as number) * classes + c;
        result.sparse[at] = (result.sparse[at] as number) + value * (sparse.values[e] as number);
      }
    }
  });
  return result;
}

function negativeGradient(
  problem: PrimalProblem,
  weights: HeadWeights,
  probabilities: Float64Array,
): HeadWeights {
  const { truth, weights: counts, classes } = problem.targets;
  const errors = Float64Array.from(
    probabilities,
    (p, i) => (counts[Math.floor(i / classes)] as number) * ((truth[i] as number) - p),
  );
  return combine(gather(problem, errors), weights, (block) => -problem.hyper[block]);
}

function hessianTimes(
  problem: PrimalProblem,
  probabilities: Float64Array,
  direction: HeadWeights,
): HeadWeights {
  const along = rowScores(problem, direction);
  const curved = new Float64Array(along.length);
  curvatureTimes(probabilities, along, problem.targets, curved);
  return combine(gather(problem, curved), direction, (block) => problem.hyper[block]);
}

function newtonStep(
  problem: PrimalProblem,
  probabilities: Float64Array,
  right: HeadWeights,
): HeadWeights {
  const { features, targets, hyper } = problem;
  const precondition = (v: HeadWeights): HeadWeights => scale(v, (block) => 1 / hyper[block]);
  let step = emptyWeights(features, targets.classes);
  let rest = right;
  let ready = precondition(rest);
  let direction = ready;
  let rho = inner(rest, ready);
  const goal = rho * 1e-3;
  for (let k = 0; k < MAX_CONJUGATE && rho > goal; k++) {
    const curved = hessianTimes(problem, probabilities, direction);
    const alpha = rho / inner(direction, curved);
    step = combine(step, direction, () => alpha);
    rest = combine(rest, curved, () => -alpha);
    ready = precondition(rest);
    const next = inner(rest, ready);
    const beta = next / rho;
    direction = combine(ready, direction, () => beta);
    rho = next;
  }
  return step;
}

function objective(problem: PrimalProblem, weights: HeadWeights): number {
  const { hyper } = problem;
  let penalty = 0;
  for (const block of BLOCKS) for (const w of weights[block]) penalty += hyper[block] * w * w;
  return lossOf(probabilitiesAt(problem, weights), problem.targets) + penalty / 2;
}

function descend(problem: PrimalProblem, from: HeadWeights, step: HeadWeights): HeadWeights | null {
  const before = objective(problem, from);
  let length = 1;
  for (let tries = 0; tries < MAX_HALVINGS; tries++) {
    const at = length;
    const next = combine(from, step, () => at);
    if (objective(problem, next) < before) return next;
    length /= 2;
  }
  return null;
}

function combine(a: HeadWeights, b: Blocks, factor: (block: keyof Blocks) => number): HeadWeights {
  const result = copy(a, a.classes);
  for (const block of BLOCKS) {
    const by = factor(block);
    const target = result[block];
    const source = b[block];
    for (let i = 0; i < target.length; i++)
      target[i] = (target[i] as number) + by * (source[i] as number);
  }
  return result;
}

function scale(a: HeadWeights, factor: (block: keyof Blocks) => number): HeadWeights {
  const result = copy(a, a.classes);
  for (const block of BLOCKS) {
    const by = factor(block);
    const target = result[block];
    for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) * by;
  }
  return result;
}

function copy({ sparse, dense, intercept }: HeadWeights, classes: number): HeadWeights {
  return { classes, sparse: sparse.slice(), dense: dense.slice(), intercept: intercept.slice() };
}

function inner(a: Blocks, b: Blocks): number {
  let sum = 0;
  for (const block of BLOCKS) {
    const left = a[block];
    const right = b[block];
    for (let i = 0; i < left.length; i++) sum += (left[i] as number) * (right[i] as number);
  }
  return sum;
}
