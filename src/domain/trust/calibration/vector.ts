/**
 * Vector scaling (Guo, Pleiss, Sun and Weinberger 2017): a scale and a shift of its own for each class,
 *   q(c) = p(c)^a_c e^(b_c) / sum_k p(k)^a_k e^(b_k),
 * of least log loss with a ridge towards what a temperature T says (a_c = 1/T, b_c = its shift, 0 mostly). Convex, found
 * by Newton's method; the ridge makes the optimum unique (adding one shift to all classes changes nothing).
 */
import { choleskyFactor, solveLower, solveUpper } from '../../math/cholesky.ts';
import type { AuditedItem } from '../evidence.ts';
import { logOf } from './log-of.ts';
import { type Logits, logitsOf, toShares } from './logits.ts';
import type { CalibrationMap } from './map.ts';
import type { Base } from './temperature.ts';

type Vector = Extract<CalibrationMap, { kind: 'vector' }>;

/** Standard deviations around the temperature: of a scale as a share of 1/T, and of a shift. */
export interface VectorSpread {
  readonly scale: number;
  readonly shift: number;
}

export const VECTOR_SPREAD: VectorSpread = { scale: 0.5, shift: 1 };

const MOST_STEPS = 50;
const TOLERANCE = 1e-10;
/** Floor of a share, so that its logarithm stays finite. */
const LEAST_SHARE = 1e-300;

interface Problem {
  readonly logits: Logits;
  /** What the ridge draws towards: one scale for all, and a shift for each class; with its precisions. */
  readonly centre: Float64Array;
  readonly precision: Float64Array;
}

export function fitVector(
  items: readonly AuditedItem[],
  { temperature, shifts = [] }: Base,
  spread: VectorSpread = VECTOR_SPREAD,
): Vector {
  const logits = logitsOf(items);
  const { classes } = logits;
  const centre = new Float64Array(2 * classes).fill(1 / temperature);
  const precision = new Float64Array(2 * classes).fill((temperature / spread.scale) ** 2);
  for (let c = 0; c < classes; c++) {
    centre[classes + c] = shifts[c] ?? 0;
    precision[classes + c] = 1 / spread.shift ** 2;
  }
  const found = newton({ logits, centre, precision });
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
  const scores = Float64Array.from(
    probabilities,
    (p, c) => (scales[c] ?? 1) * logOf(p) + (shifts[c] ?? 0),
  );
  toShares(scores);
  return [...scores];
}

/** [scales, shifts]. A step is halved until it lowers the loss. */
function newton(problem: Problem): Float64Array {
  const size = problem.centre.length;
  let at = problem.centre;
  let loss = lossAt(problem, at);
  for (let step = 0; step < MOST_STEPS && size > 0; step++) {
    const { gradient, hessian } = slopesAt(problem, at);
    const factor = choleskyFactor(hessian, size);
    solveLower(factor, size, gradient);
    solveUpper(factor, size, gradient);
    const next = lowered(problem, { at, loss, direction: gradient });
    if (!next) break;
    const gain = loss - next.loss;
    at = next.at;
    loss = next.loss;
    if (gain < TOLERANCE * (1 + Math.abs(loss))) break;
  }
  return at;
}

interface Place {
  readonly at: Float64Array;
  readonly loss: number;
}

/** Null where no step along the direction gains anything. */
function lowered(
  problem: Problem,
  { at, loss, direction }: Place & { readonly direction: Float64Array },
): Place | null {
  for (let share = 1; share > TOLERANCE; share /= 2) {
    const next = at.map((value, k) => value - share * (direction[k] as number));
    const nextLoss = lossAt(problem, next);
    if (nextLoss < loss) return { at: next, loss: nextLoss };
  }
  return null;
}

/** Writes the shares of a row; returns the logarithm that they were divided by. */
function sharesOf(
  { logits }: Problem,
  at: Float64Array,
  row: number,
  shares: Float64Array,
): number {
  const { classes, values } = logits;
  for (let c = 0; c < classes; c++)
    shares[c] =
      (at[c] as number) * (values[row * classes + c] as number) + (at[classes + c] as number);
  return toShares(shares);
}

function lossAt(problem: Problem, at: Float64Array): number {
  const { logits, centre, precision } = problem;
  const { rows, truth, classes } = logits;
  const shares = new Float64Array(classes);
  let loss = 0;
  for (let k = 0; k < at.length; k++)
    loss += (precision[k] as number) * ((at[k] as number) - (centre[k] as number)) ** 2;
  loss /= 2;
  for (let row = 0; row < rows; row++) {
    sharesOf(problem, at, row, shares);
    loss -= Math.log(Math.max(LEAST_SHARE, shares[truth[row] as number] ?? 0));
  }
  return loss;
}

/** Gradient and lower half of the Hessian: with J the map from parameters to scores, J' (diag q - q q') J and the ridge. */
function slopesAt(problem: Problem, at: Float64Array) {
  const { logits, centre, precision } = problem;
  const { rows, classes, values, truth } = logits;
  const size = at.length;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const shares = new Float64Array(classes);
  for (let row = 0; row < rows; row++) {
    sharesOf(problem, at, row, shares);
    const z = values.subarray(row * classes, (row + 1) * classes);
    for (let c = 0; c < classes; c++) {
      const off = (shares[c] as number) - (c === truth[row] ? 1 : 0);
      gradient[c] = (gradient[c] as number) + off * (z[c] as number);
      gradient[classes + c] = (gradient[classes + c] as number) + off;
    }
    addCurvature(hessian, shares, z);
  }
  for (let k = 0; k < size; k++) {
    const pull = precision[k] as number;
    gradient[k] = (gradient[k] as number) + pull * ((at[k] as number) - (centre[k] as number));
    hessian[k * size + k] = (hessian[k * size + k] as number) + pull;
  }
  return { gradient, hessian };
}

function addCurvature(hessian: Float64Array, shares: Float64Array, z: Float64Array): void {
  const classes = shares.length;
  const size = 2 * classes;
  for (let c = 0; c < classes; c++) {
    const scaleLine = c * size;
    const shiftLine = (classes + c) * size;
    for (let k = 0; k < classes; k++) {
      const w = (shares[c] as number) * ((c === k ? 1 : 0) - (shares[k] as number));
      const wz = w * (z[k] as number);
      hessian[shiftLine + k] = (hessian[shiftLine + k] as number) + wz;
      if (k > c) continue;
      hessian[scaleLine + k] = (hessian[scaleLine + k] as number) + (z[c] as number) * wz;
      hessian[shiftLine + classes + k] = (hessian[shiftLine + classes + k] as number) + w;
    }
  }
}
