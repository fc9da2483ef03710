/**
 * The optimum of the penalised loss in its dual form: scores f = K a + m, one column of `a` per
 * class, minimising  loss(f) + 1/2 sum_c a_c' K a_c  (Rasmussen and Williams 2006, 3.4 to 3.5).
 * Newton steps (W K + I) d = -(gradient + a) by conjugate gradients in the inner product of K, in
 * which that operator is symmetric; steps are halved until the objective falls. The objective is
 * strictly convex, so a warm and a cold start meet at the same point.
 */
import { multiplySquare } from './lanes.ts';
import { curvatureTimes, lossOf, respond, type Targets } from './loss.ts';

export interface DualProblem extends Targets {
  /** Symmetric, row-major [rows x rows]. */
  readonly kernel: Float64Array;
  /** Scores of the prior mean alone, [rows x classes]; absent = zero. */
  readonly offset?: Float64Array | undefined;
  /** Columns whose weights may not point everywhere. */
  readonly held?: readonly HeldColumn[];
  /** Largest gradient entry at which to stop. */
  readonly tolerance?: number;
}

export interface HeldColumn {
  /** Its values in the rows. */
  readonly values: Float64Array;
  /** What it counts in the kernel: 1 / precision. */
  readonly share: number;
  /** Orthonormal directions among the classes, [classes] each, in which it counts nothing. */
  readonly basis: readonly Float64Array[];
}

export interface DualSolution {
  /** [rows x classes] */
  readonly dual: Float64Array;
  readonly probabilities: Float64Array;
  readonly iterations: number;
  /** Largest absolute entry of the gradient in dual coordinates. */
  readonly residual: number;
}

const MAX_NEWTON = 60;
const MAX_CONJUGATE = 200;
const TOLERANCE = 1e-10;
const MAX_HALVINGS = 30;

interface Point {
  readonly dual: Float64Array;
  readonly scores: Float64Array;
  readonly probabilities: Float64Array;
  readonly objective: number;
}

export function solveDual(problem: DualProblem, start?: Float64Array): DualSolution {
  const size = problem.rows * problem.classes;
  let point = evaluate(
    problem,
    start?.length === size ? Float64Array.from(start) : new Float64Array(size),
  );
  let iterations = 0;
  let residual = Number.POSITIVE_INFINITY;
  for (; iterations < MAX_NEWTON; iterations++) {
    const negative = negativeGradient(problem, point);
    residual = maxAbs(negative);
    if (residual < (problem.tolerance ?? TOLERANCE)) break;
    const step = newtonStep(problem, point, negative, residual);
    const next = descend(problem, point, step);
    if (!next) break; // Rounding is all that is left.
    point = next;
  }
  return { dual: point.dual, probabilities: point.probabilities, iterations, residual };
}

function evaluate(problem: DualProblem, dual: Float64Array): Point {
  const scores = kernelTimes(problem, dual);
  let penalty = 0;
  for (let i = 0; i < dual.length; i++) penalty += (dual[i] as number) * (scores[i] as number);
  const probabilities = Float64Array.from(scores);
  if (problem.offset)
    for (let i = 0; i < scores.length; i++)
      probabilities[i] = (scores[i] as number) + (problem.offset[i] as number);
  respond(probabilities, problem);
  return { dual, scores, probabilities, objective: lossOf(probabilities, problem) + penalty / 2 };
}

/** -(weight (p - y) + a): zero at the optimum. */
function negativeGradient(
  { classes, truth, weights }: DualProblem,
  { dual, probabilities }: Point,
): Float64Array {
  const result = new Float64Array(dual.length);
  for (let i = 0; i < dual.length; i++) {
    const error = (probabilities[i] as number) - (truth[i] as number);
    result[i] = -((weights[Math.floor(i / classes)] as number) * error + (dual[i] as number));
  }
  return result;
}

/** Tight enough for quadratic convergence (Dembo, Eisenstat and Steihaug 1982). */
function newtonStep(
  problem: DualProblem,
  point: Point,
  right: Float64Array,
  size: number,
): Float64Array {
  const step = new Float64Array(right.length);
  const rest = Float64Array.from(right);
  let direction: Float64Array = Float64Array.from(right);
  let kernelRest = kernelTimes(problem, rest);
  let kernelDirection: Float64Array = Float64Array.from(kernelRest);
  let rho = dot(rest, kernelRest);
  const goal = rho * Math.min(0.05, Math.sqrt(size)) ** 2;
  const curved = new Float64Array(right.length);
  for (let k = 0; k < MAX_CONJUGATE && rho > goal && rho > 0; k++) {
    curvatureTimes(point.probabilities, kernelDirection, problem, curved);
    for (let i = 0; i < curved.length; i++)
      curved[i] = (curved[i] as number) + (direction[i] as number);
    const alpha = rho / dot(kernelDirection, curved);
    for (let i = 0; i < step.length; i++) {
      step[i] = (step[i] as number) + alpha * (direction[i] as number);
      rest[i] = (rest[i] as number) - alpha * (curved[i] as number);
    }
    kernelRest = kernelTimes(problem, rest);
    const next = dot(rest, kernelRest);
    const beta = next / rho;
    rho = next;
    direction = combine(rest, direction, beta);
    kernelDirection = combine(kernelRest, kernelDirection, beta);
  }
  return step;
}

function descend(problem: DualProblem, from: Point, step: Float64Array): Point | null {
  let length = 1;
  for (let tries = 0; tries < MAX_HALVINGS; tries++) {
    const next = evaluate(problem, combine(from.dual, step, length));
    if (next.objective < from.objective) return next;
    // At the bottom the objective stands still within rounding while the gradient still falls.
    if (tries === 0 && next.objective - from.objective <= 1e-12 * Math.abs(from.objective))
      return next;
    length /= 2;
  }
  return null;
}

function kernelTimes(
  { kernel, rows, classes, held = [] }: DualProblem,
  vector: Float64Array,
): Float64Array {
  const result = multiplySquare(kernel, vector, rows, classes);
  for (const { values, share, basis } of held)
    for (const direction of basis) takeAlong({ values, share, direction, classes }, vector, result);
  return result;
}

interface Along {
  readonly values: Float64Array;
  readonly share: number;
  readonly direction: Float64Array;
  readonly classes: number;
}

/** result -= share * (x u') (x u')' vector: what the column would add in that direction. */
function takeAlong(
  { values, share, direction, classes }: Along,
  vector: Float64Array,
  result: Float64Array,
): void {
  let sum = 0;
  values.forEach((value, r) => {
    if (value === 0) return;
    for (let c = 0; c < classes; c++)
      sum += value * (direction[c] as number) * (vector[r * classes + c] as number);
  });
  values.forEach((value, r) => {
    if (value === 0) return;
    for (let c = 0; c < classes; c++)
      result[r * classes + c] =
        (result[r * classes + c] as number) - share * sum * value * (direction[c] as number);
  });
}

function combine(a: Float64Array, b: Float64Array, factor: number): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) result[i] = (a[i] as number) + factor * (b[i] as number);
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function maxAbs(values: Float64Array): number {
  let top = 0;
  for (const value of values) top = Math.max(top, Math.abs(value));
  return top;
}
