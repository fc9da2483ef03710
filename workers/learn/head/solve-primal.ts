/**
 * The same optimum as `solve.ts`, sought among the weights instead of the rows: the better way once
 * there are many labelled rows. Newton steps by conjugate gradients, preconditioned
 * (`precondition.ts`); steps are halved until the objective falls.
 */
import type { Features } from '../../../src/modalities/contract.ts';
import { basisOf, takeOut } from './cone.ts';
import { createDesign, type Design, vectorToWeights, weightsToVector } from './design.ts';
import type { Held } from './fit-under.ts';
import { curvatureTimes, lossOf, respond, type Targets } from './loss.ts';
import { createPrecondition } from './precondition.ts';
import type { PriorView } from './priors.ts';
import type { HyperParameters, LabelledRow } from './types.ts';
import type { HeadWeights } from './weights.ts';

export interface PrimalProblem {
  readonly features: Features;
  readonly labels: readonly LabelledRow[];
  readonly targets: Targets;
  readonly hyper: HyperParameters;
  /** Scores of the prior means alone, [rows x classes]; absent = zero. */
  readonly offset?: Float64Array | undefined;
  /** Multiple of the block's precision by column; absent = 1. */
  readonly factorOf?: PriorView['factorOf'];
  /** Sparse columns whose weights stay orthogonal to these. */
  readonly held?: readonly Held[];
}

export interface PrimalSolution {
  readonly weights: HeadWeights;
  readonly iterations: number;
  /** Length of the gradient, per labelled row. */
  readonly residual: number;
}

const MAX_NEWTON = 40;
const MAX_CONJUGATE = 400;
/**
 * Squared Newton decrement g' H^-1 g (Boyd and Vandenberghe 2004, 9.5) at which to stop: twice what
 * the objective could still fall. Measured: probabilities are then within 1e-5 of the optimum.
 */
const ENOUGH = 1e-10;
const MAX_HALVINGS = 20;

interface Setting {
  readonly design: Design;
  readonly targets: Targets;
  readonly offset: Float64Array | undefined;
  /** Precision of the prior, one per entry of the weight vector. */
  readonly precision: Float64Array;
  readonly products: Float64Array;
  /** Takes from held columns what may not be, in place. */
  readonly release: (vector: Float64Array) => void;
}

interface Point {
  readonly vector: Float64Array;
  readonly probabilities: Float64Array;
  readonly objective: number;
}

export function solvePrimal(problem: PrimalProblem, start?: HeadWeights): PrimalSolution {
  const { features, labels, targets, hyper, offset, factorOf, held = [] } = problem;
  const design = createDesign(features, labels);
  const setting = {
    design,
    targets,
    offset,
    precision: spreadPrecision(design, targets, hyper, factorOf),
    products: design.meanProducts(),
    release: releaseIn(design, targets, held),
  };
  const begin =
    start?.classes === targets.classes
      ? weightsToVector(design, start)
      : new Float64Array(setting.precision.length);
  setting.release(begin);
  let point = evaluate(setting, begin);
  let iterations = 0;
  let residual = Number.POSITIVE_INFINITY;
  for (; iterations < MAX_NEWTON; iterations++) {
    const negative = negativeGradient(setting, point);
    residual = Math.sqrt(dot(negative, negative)) / targets.rows;
    const { step, decrement } = newtonStep(setting, point, negative, residual);
    if (decrement < ENOUGH) break;
    const next = descend(setting, point, step);
    if (!next) break; // Rounding is all that is left.
    point = next;
  }
  return { weights: vectorToWeights(design, features, point.vector), iterations, residual };
}

function spreadPrecision(
  { columns, denseDims, active }: Design,
  { classes }: Targets,
  hyper: HyperParameters,
  factorOf: PriorView['factorOf'] = () => 1,
): Float64Array {
  const precision = new Float64Array(columns * classes).fill(hyper.sparse);
  const first = 1 + denseDims;
  for (let k = 0; k < denseDims; k++)
    precision.fill(hyper.dense * factorOf('dense', k), (1 + k) * classes, (2 + k) * classes);
  active.forEach((column, at) => {
    const factor = factorOf('sparse', column);
    if (factor !== 1)
      precision.fill(hyper.sparse * factor, (first + at) * classes, (first + at + 1) * classes);
  });
  return precision.fill(hyper.intercept, 0, classes);
}

function evaluate({ design, targets, offset, precision }: Setting, vector: Float64Array): Point {
  const probabilities = design.times(vector, targets.classes);
  offset?.forEach((value, i) => {
    probabilities[i] = (probabilities[i] as number) + value;
  });
  respond(probabilities, targets);
  let penalty = 0;
  for (let i = 0; i < vector.length; i++)
    penalty += (precision[i] as number) * (vector[i] as number) ** 2;
  return { vector, probabilities, objective: lossOf(probabilities, targets) + penalty / 2 };
}

function negativeGradient(
  { design, targets, precision, release }: Setting,
  { vector, probabilities }: Point,
): Float64Array {
  const { truth, weights, classes } = targets;
  const errors = new Float64Array(probabilities.length);
  for (let i = 0; i < errors.length; i++)
    errors[i] =
      (weights[Math.floor(i / classes)] as number) *
      ((truth[i] as number) - (probabilities[i] as number));
  const result = design.transposedTimes(errors, classes);
  for (let i = 0; i < result.length; i++)
    result[i] = (result[i] as number) - (precision[i] as number) * (vector[i] as number);
  release(result);
  return result;
}

/** Held columns that occur in no labelled row have weight 0 already. */
function releaseIn(
  { active, denseDims }: Design,
  { classes }: Targets,
  held: readonly Held[],
): (vector: Float64Array) => void {
  const placed = held.flatMap(({ column, normals }) => {
    const at = active.indexOf(column);
    return at < 0 ? [] : [{ from: (1 + denseDims + at) * classes, basis: basisOf(normals) }];
  });
  return (vector) => {
    for (const { from, basis } of placed)
      for (const direction of basis) takeOut(vector.subarray(from, from + classes), direction);
  };
}

/** Tight enough for superlinear convergence (Dembo, Eisenstat and Steihaug 1982). */
function newtonStep(
  setting: Setting,
  { probabilities }: Point,
  right: Float64Array,
  residual: number,
): { step: Float64Array; decrement: number } {
  const { design, targets, precision, release } = setting;
  const step = new Float64Array(right.length);
  const rest = right.slice();
  const precondition = createPrecondition({ ...setting, probabilities });
  const ready = precondition(rest);
  release(ready);
  const direction = ready.slice();
  let rho = dot(rest, ready);
  const decrement = rho;
  const goal = Math.max(ENOUGH / 10, rho * Math.min(0.1, Math.sqrt(residual)) ** 2);
  const curved = new Float64Array(targets.rows * targets.classes);
  for (let k = 0; k < MAX_CONJUGATE && rho > goal && rho > 0; k++) {
    curvatureTimes(probabilities, design.times(direction, targets.classes), targets, curved);
    const image = design.transposedTimes(curved, targets.classes);
    for (let i = 0; i < image.length; i++)
      image[i] = (image[i] as number) + (precision[i] as number) * (direction[i] as number);
    const alpha = rho / dot(direction, image);
    addTo(step, direction, alpha);
    addTo(rest, image, -alpha);
    release(rest);
    const fresh = precondition(rest);
    release(fresh);
    const next = dot(rest, fresh);
    const beta = next / rho;
    for (let i = 0; i < direction.length; i++)
      direction[i] = (fresh[i] as number) + beta * (direction[i] as number);
    rho = next;
  }
  return { step, decrement };
}

function descend(setting: Setting, from: Point, step: Float64Array): Point | null {
  let length = 1;
  for (let tries = 0; tries < MAX_HALVINGS; tries++) {
    const vector = from.vector.slice();
    addTo(vector, step, length);
    const next = evaluate(setting, vector);
    if (next.objective < from.objective) return next;
    // At the bottom the objective stands still within rounding while the gradient still falls.
    if (tries === 0 && next.objective - from.objective <= 1e-12 * Math.abs(from.objective))
      return next;
    length /= 2;
  }
  return null;
}

function addTo(target: Float64Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < target.length; i++)
    target[i] = (target[i] as number) + factor * (values[i] as number);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
