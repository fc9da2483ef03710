/**
 * Vector scaling (Guo, Pleiss, Sun and Weinberger 2017): a scale and a shift of its own for each class,
 *   q(c) = p(c)^a_c e^(b_c) / sum_k p(k)^a_k e^(b_k),
 * of least log loss with a ridge towards what a temperature T says (a_c = 1/T, b_c = its shift, 0 mostly). Convex, found
 * by Newton's method; the ridge makes the optimum unique (adding one shift to all classes changes nothing).
 */
import { choleskyFactor, solveLower, solveUpper } from '../../math/cholesky.ts';
import type { AuditedItem } from '../evidence.ts';
import type { CalibrationMap } from './map.ts';
import { type Base, logOf } from './temperature.ts';

type Vector = Extract<CalibrationMap, { kind: 'vector' }>;

/** Standard deviations around the temperature: of a scale as a share of 1/T, and of a shift. */
export interface VectorSpread {
  readonly scale: number;
  readonly shift: number;
}

export const VECTOR_SPREAD: VectorSpread = { scale: 0.5, shift: 1 };

const MOST_STEPS = 50;
const TOLERANCE = 1e-10;

interface Problem {
  /** ln p, [items x classes]. */
  readonly logits: readonly (readonly number[])[];
  readonly truth: readonly number[];
  readonly classes: number;
  /** What the ridge draws towards: one scale for all, and a shift for each class. */
  readonly centre: number;
  readonly shifts: readonly number[];
  /** Precisions of the two halves of the parameters. */
  readonly precision: { readonly scale: number; readonly shift: number };
}

export function fitVector(
  items: readonly AuditedItem[],
  { temperature, shifts = [] }: Base,
  spread: VectorSpread = VECTOR_SPREAD,
): Vector {
  const classes = items[0]?.probabilities.length ?? 0;
  const centre = 1 / temperature;
  const problem: Problem = {
    logits: items.map(({ probabilities }) => probabilities.map(logOf)),
    truth: items.map(({ truth }) => truth),
    classes,
    centre,
    shifts,
    precision: { scale: 1 / (spread.scale * centre) ** 2, shift: 1 / spread.shift ** 2 },
  };
  const found = newton(problem);
  return {
    kind: 'vector',
    scales: [...found.subarray(0, classes)],
    shifts: [...found.subarray(classes)],
  };
}

export function atVector(
  probabilities: ArrayLike<number>,
  { scales, shifts }: Pick<Vector, 'scales' | 'shifts'>,
): number[] {
  const scores = Array.from(
    probabilities,
    (p, c) => (scales[c] ?? 1) * logOf(p) + (shifts[c] ?? 0),
  );
  return softmax(scores);
}

/** [scales, shifts]. A step is halved until it lowers the loss. */
function newton(problem: Problem): Float64Array {
  const { classes, centre, shifts } = problem;
  let at = new Float64Array(2 * classes).fill(centre, 0, classes);
  for (let c = 0; c < classes; c++) at[classes + c] = shifts[c] ?? 0;
  let loss = lossAt(problem, at);
  for (let step = 0; step < MOST_STEPS && classes > 0; step++) {
    const { gradient, hessian } = slopesAt(problem, at);
    const factor = choleskyFactor(hessian, 2 * classes);
    solveLower(factor, 2 * classes, gradient);
    solveUpper(factor, 2 * classes, gradient);
    let share = 1;
    let next = at;
    let nextLoss = loss;
    do {
      const length = share;
      next = at.map((value, k) => value - length * (gradient[k] as number));
      nextLoss = lossAt(problem, next);
      share /= 2;
    } while (nextLoss > loss && share > TOLERANCE);
    const gain = loss - nextLoss;
    if (!(gain > 0)) break;
    at = next;
    loss = nextLoss;
    if (gain < TOLERANCE * (1 + Math.abs(loss))) break;
  }
  return at;
}

function lossAt(problem: Problem, at: Float64Array): number {
  const { logits, truth, classes } = problem;
  let loss = ridgeAt(problem, at);
  logits.forEach((z, i) => {
    const q = atScores(z, at, classes);
    loss -= Math.log(Math.max(1e-300, q[truth[i] as number] ?? 0));
  });
  return loss;
}

function ridgeAt({ classes, centre, shifts, precision }: Problem, at: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    sum += precision.scale * ((at[c] as number) - centre) ** 2;
    sum += precision.shift * ((at[classes + c] as number) - (shifts[c] ?? 0)) ** 2;
  }
  return sum / 2;
}

/** Gradient and Hessian: with J_i the map from parameters to scores, J_i' (diag q - q q') J_i and the ridge. */
function slopesAt(problem: Problem, at: Float64Array) {
  const { logits, truth, classes, centre, shifts, precision } = problem;
  const size = 2 * classes;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  logits.forEach((z, i) => {
    const q = atScores(z, at, classes);
    for (let c = 0; c < classes; c++) {
      const off = (q[c] as number) - (c === truth[i] ? 1 : 0);
      gradient[c] = (gradient[c] as number) + off * (z[c] as number);
      gradient[classes + c] = (gradient[classes + c] as number) + off;
    }
    addCurvature(hessian, q, z);
  });
  for (let c = 0; c < classes; c++) {
    const s = classes + c;
    gradient[c] = (gradient[c] as number) + precision.scale * ((at[c] as number) - centre);
    gradient[s] =
      (gradient[s] as number) + precision.shift * ((at[s] as number) - (shifts[c] ?? 0));
    hessian[c * size + c] = (hessian[c * size + c] as number) + precision.scale;
    hessian[s * size + s] = (hessian[s * size + s] as number) + precision.shift;
  }
  return { gradient, hessian };
}

function addCurvature(hessian: Float64Array, q: readonly number[], z: readonly number[]): void {
  const classes = q.length;
  const size = 2 * classes;
  for (let c = 0; c < classes; c++)
    for (let k = 0; k < classes; k++) {
      const w = (q[c] as number) * ((c === k ? 1 : 0) - (q[k] as number));
      const add = (row: number, column: number, value: number): void => {
        hessian[row * size + column] = (hessian[row * size + column] as number) + value;
      };
      add(c, k, w * (z[c] as number) * (z[k] as number));
      add(c, classes + k, w * (z[c] as number));
      add(classes + c, k, w * (z[k] as number));
      add(classes + c, classes + k, w);
    }
}

function atScores(z: readonly number[], at: Float64Array, classes: number): number[] {
  return softmax(z.map((value, c) => (at[c] as number) * value + (at[classes + c] as number)));
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - top));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / sum);
}
