/** One head at its optimum: labelled rows, virtual rows and priors in, weights out. */
import type { Features } from '../../../src/modalities/contract.ts';
import type { Gram } from './gram.ts';
import { type FeaturePrior, viewThrough } from './priors.ts';
import { solveDual } from './solve.ts';
import { solvePrimal } from './solve-primal.ts';
import { buildTargets } from './targets.ts';
import { type HeadMode, type HyperParameters, hasIntercept, type LabelledRow } from './types.ts';
import { emptyWeights, type HeadWeights, weightsOf } from './weights.ts';

/** Up to here the problem is solved among the rows, beyond among the weights. */
export const DUAL_LIMIT = 1_200;

export interface FitInput {
  readonly features: Features;
  readonly labels: readonly LabelledRow[];
  readonly classes: number;
  readonly mode: HeadMode;
  readonly hyper: HyperParameters;
  readonly priors: readonly FeaturePrior[];
  /** Products of rows of these features; its rows are set here. */
  readonly gram: Gram;
  readonly start: WarmStart;
}

/** Where the solver stood last: any start ends at the same optimum. */
export interface WarmStart {
  /** Row -> its dual values, [classes]. */
  readonly dual: ReadonlyMap<number, Float64Array>;
  /** Weights less the prior means. */
  readonly found: HeadWeights | null;
}

export interface Fit {
  readonly weights: HeadWeights;
  readonly next: WarmStart;
  readonly iterations: number;
  readonly residual: number;
}

export function fitHead(input: FitInput): Fit {
  const { features, labels, classes, mode, hyper } = input;
  const view = viewThrough(input);
  if (labels.length === 0 || classes === 0) {
    const found = emptyWeights(features, classes);
    const next = { dual: input.start.dual, found };
    return { weights: view.finish(found), next, iterations: 0, residual: 0 };
  }
  const targets = buildTargets({ labels, classes, mode, balance: hyper.balance });
  if (labels.length > DUAL_LIMIT) {
    const { offset, factorOf } = view;
    const problem = { features, labels, targets, hyper, offset, factorOf };
    const { weights: found, ...report } = solvePrimal(problem, input.start.found ?? undefined);
    return { weights: view.finish(found), next: { dual: new Map(), found }, ...report };
  }
  const kernel = new Float64Array(labels.length ** 2);
  input.gram.setRows(labels.map(({ row }) => row));
  input.gram.combine(kernel, hyper, (i) => hasIntercept(labels[i] as LabelledRow));
  view.correct(kernel);
  const solved = solveDual({ kernel, offset: view.offset, ...targets }, warmStart(input));
  const { dual: values, iterations, residual } = solved;
  const found = weightsOf({ features, labels, dual: values, hyper, classes });
  view.divide(found);
  const dual = new Map(
    labels.map(({ row }, i) => [row, values.slice(i * classes, (i + 1) * classes)]),
  );
  return { weights: view.finish(found), next: { dual, found }, iterations, residual };
}

/** Each row begins where it was last. */
function warmStart({ labels, classes, start }: FitInput): Float64Array {
  const values = new Float64Array(labels.length * classes);
  labels.forEach(({ row }, i) => {
    const known = start.dual.get(row);
    if (known?.length === classes) values.set(known, i * classes);
  });
  return values;
}
