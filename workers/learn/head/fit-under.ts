/** The optimum of labelled rows, virtual rows and priors, with some weights held at a border. */
import type { Features } from '../../../src/modalities/contract.ts';
import { basisOf, takeOut } from './cone.ts';
import type { Gram } from './gram.ts';
import { type FeaturePrior, type PriorView, viewThrough } from './priors.ts';
import { type HeldColumn, solveDual } from './solve.ts';
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

/** A sparse column whose weights stay orthogonal to these, [classes] each. */
export interface Held {
  readonly column: number;
  readonly normals: readonly Float64Array[];
}

/** The optimum among the weights that are orthogonal to what holds them. */
export function fitUnder(input: FitInput, held: readonly Held[]): Fit {
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
    const problem = { features, labels, targets, hyper, offset, factorOf, held };
    const { weights: found, ...report } = solvePrimal(problem, input.start.found ?? undefined);
    return { weights: view.finish(found), next: { dual: new Map(), found }, ...report };
  }
  const kernel = new Float64Array(labels.length ** 2);
  input.gram.setRows(labels.map(({ row }) => row));
  input.gram.combine(kernel, hyper, (i) => hasIntercept(labels[i] as LabelledRow));
  view.correct(kernel);
  const columns = heldColumns(input, view, held);
  const problem = { kernel, offset: view.offset, held: columns, ...targets };
  const solved = solveDual(problem, warmStart(input));
  const { dual: values, iterations, residual } = solved;
  const found = weightsOf({ features, labels, dual: values, hyper, classes });
  view.divide(found);
  release(found, held);
  const dual = new Map(
    labels.map(({ row }, i) => [row, values.slice(i * classes, (i + 1) * classes)]),
  );
  return { weights: view.finish(found), next: { dual, found }, iterations, residual };
}

/** Held columns as the dual sees them: their values in the labelled rows, over their precision. */
function heldColumns(
  { features: { sparse }, labels, hyper }: FitInput,
  view: PriorView,
  held: readonly Held[],
): readonly HeldColumn[] {
  return held.map(({ column, normals }) => {
    const values = new Float64Array(labels.length);
    labels.forEach(({ row }, i) => {
      for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++)
        if (sparse.indices[e] === column) values[i] = sparse.values[e] as number;
    });
    const share = 1 / (hyper.sparse * view.factorOf('sparse', column));
    return { values, share, basis: basisOf(normals) };
  });
}

/** Takes from the weights of held columns what may not be, in place. */
function release({ sparse, classes }: HeadWeights, held: readonly Held[]): void {
  for (const { column, normals } of held) {
    const own = Float64Array.from(sparse.subarray(column * classes, (column + 1) * classes));
    for (const direction of basisOf(normals)) takeOut(own, direction);
    sparse.set(own, column * classes);
  }
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
