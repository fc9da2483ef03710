/**
 * Laplace approximation of the head (MacKay 1992): Gaussian about the optimum, with the curvature of
 * the objective as its precision. Exact for the priors of single columns (means, factors, rules) and
 * for the curvature of two classes; the other approximations: one curvature for all classes
 * (`basis.ts`), a sample of the labelled rows beyond `MOST_BASIS`, and draws that do not heed signs
 * (a column that may not speak against a class can do so in a draw).
 */
import { choleskyFactor, solveLower, solveUpper } from '../../../src/domain/math/cholesky.ts';
import { createRng } from '../../../src/domain/math/rng.ts';
import type { QueryPosterior } from '../../../src/domain/query/strategy.ts';
import { DUAL_LIMIT } from '../head/fit.ts';
import type { Gram } from '../head/gram.ts';
import { respond, toProbabilities } from '../head/loss.ts';
import { viewThrough } from '../head/priors.ts';
import { buildTargets } from '../head/targets.ts';
import { hasIntercept, type LabelledRow } from '../head/types.ts';
import { type HeadWeights, rowScores } from '../head/weights.ts';
import { type BasisRow, chooseBasis } from './basis.ts';
import { crossKernel } from './cross-kernel.ts';
import { drawScores } from './draw-scores.ts';
import { type PriorScale, priorScale, type ScaleInput } from './prior-scale.ts';
import { priorVariances } from './row-lengths.ts';

export interface PosteriorInput extends ScaleInput {
  /** The head at the optimum of the labels. */
  readonly weights: HeadWeights;
  /** Of the pool, [rows x classes]. */
  readonly probabilities: Float32Array;
  readonly seed: number;
  /** Products of the labelled rows, where the head has been solved among them; spares computing them. */
  readonly gram?: Gram;
}

/** What all questions share. */
interface Core {
  readonly scale: PriorScale;
  readonly basis: readonly LabelledRow[];
  /** Square roots of the curvatures, [basis]. */
  readonly roots: Float64Array;
  /** Cholesky factor of B = I + H^1/2 K H^1/2. */
  readonly factor: Float64Array;
}

export function createPosterior(input: PosteriorInput): QueryPosterior {
  let scale: PriorScale | null = null;
  const scaleOf = (): PriorScale => {
    scale ??= priorScale(input);
    return scale;
  };
  let made: Core | null = null;
  const core = (): Core => {
    made ??= createCore(input, scaleOf());
    return made;
  };
  // A strategy asks for covariances and variances of the same rows.
  const halves = new WeakMap<Int32Array, Float64Array>();
  const halfOf = (rows: Int32Array): Float64Array => {
    const known = halves.get(rows) ?? explained(input, core(), rows);
    halves.set(rows, known);
    return known;
  };
  const lengthsOf = (rows: Int32Array): Float64Array =>
    priorVariances({ ...input, scale: scaleOf() }, rows);
  return {
    sample: (rows, members) => sample(input, core(), rows, members),
    covariance(rows, others) {
      const prior = crossKernel(input.features, scaleOf(), asItems(rows), asItems(others));
      takeProducts(prior, halfOf(rows), halfOf(others), core().basis.length);
      return Float32Array.from(prior);
    },
    variances(rows) {
      const half = halfOf(rows);
      const prior = lengthsOf(rows);
      return Float32Array.from(prior, (variance, i) =>
        Math.max(0, variance - columnSquares(half, i, rows.length)),
      );
    },
    lengths: (rows) => Float32Array.from(lengthsOf(rows), Math.sqrt),
  };
}

function createCore(input: PosteriorInput, scale: PriorScale): Core {
  const { features } = input;
  const rows = chosenRows(input, scale);
  const basis = rows.map(({ label }) => label);
  const roots = Float64Array.from(rows, ({ curvature }) => Math.sqrt(curvature));
  const size = basis.length;
  const kernel = knownKernel(input, rows) ?? crossKernel(features, scale, basis, basis);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++)
      kernel[i * size + j] =
        (kernel[i * size + j] as number) * (roots[i] as number) * (roots[j] as number);
    kernel[i * size + i] = (kernel[i * size + i] as number) + 1;
  }
  return { scale, basis, roots, factor: choleskyFactor(kernel, size) };
}

/** Prior covariances of the basis from what the head was solved with, or null. */
function knownKernel(input: PosteriorInput, rows: readonly BasisRow[]): Float64Array | null {
  const { gram, labels, hyper } = input;
  if (!gram || labels.length > DUAL_LIMIT) return null;
  const n = labels.length;
  const whole = new Float64Array(n * n);
  gram.setRows(labels.map(({ row }) => row));
  gram.combine(whole, hyper, (i) => hasIntercept(labels[i] as LabelledRow));
  viewThrough(input).correct(whole);
  if (rows.length === n) return whole;
  const kernel = new Float64Array(rows.length ** 2);
  rows.forEach(({ index }, i) => {
    rows.forEach((other, j) => {
      kernel[i * rows.length + j] = whole[index * n + other.index] as number;
    });
  });
  return kernel;
}

function chosenRows(input: PosteriorInput, scale: PriorScale): readonly BasisRow[] {
  const { features, labels, classes, mode, hyper, weights } = input;
  if (labels.length === 0 || classes === 0) return [];
  const targets = buildTargets({ labels, classes, mode, balance: hyper.balance });
  const responses = rowScores(features, labels, weights);
  respond(responses, targets);
  const rows = Int32Array.from(labels, ({ row }) => row);
  const variances = priorVariances({ features, hyper, scale }, rows);
  return chooseBasis({ labels, targets, responses, variances });
}

/** L^-1 H^1/2 K(basis, rows), [basis x rows]: its products are what the labels explain. */
function explained(
  { features }: PosteriorInput,
  { scale, basis, roots, factor }: Core,
  rows: Int32Array,
): Float64Array {
  const half = crossKernel(features, scale, basis, asItems(rows));
  for (let at = 0; at < half.length; at++)
    half[at] = (half[at] as number) * (roots[Math.floor(at / rows.length)] as number);
  solveLower(factor, basis.length, half);
  return half;
}

/** matrix [rows x others] -= a' b, with a [size x rows] and b [size x others]. */
function takeProducts(matrix: Float64Array, a: Float64Array, b: Float64Array, size: number): void {
  if (size === 0) return;
  const rows = a.length / size;
  const others = b.length / size;
  for (let s = 0; s < size; s++) {
    for (let i = 0; i < rows; i++) {
      const factor = a[s * rows + i] as number;
      const to = i * others;
      const from = s * others;
      for (let j = 0; j < others; j++)
        matrix[to + j] = (matrix[to + j] as number) - factor * (b[from + j] as number);
    }
  }
}

function columnSquares(matrix: Float64Array, column: number, width: number): number {
  let sum = 0;
  for (let at = column; at < matrix.length; at += width) sum += (matrix[at] as number) ** 2;
  return sum;
}

/** [members x rows x classes] */
function sample(
  { features, classes, mode, probabilities, seed }: PosteriorInput,
  { scale, basis, roots, factor }: Core,
  rows: Int32Array,
  members: number,
): Float32Array {
  const width = members * classes;
  const solve = (values: Float64Array): void => {
    solveLower(factor, basis.length, values);
    solveUpper(factor, basis.length, values);
  };
  const rng = createRng(seed);
  const draw = { features, scale, basis, roots, solve, rng };
  const changes = drawScores(draw, asItems(rows), width);
  const result = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    for (let c = 0; c < classes; c++) {
      const score = scoreOf(probabilities[row * classes + c] as number, mode);
      for (let k = 0; k < members; k++)
        result[(k * rows.length + i) * classes + c] =
          score + (changes[i * width + k * classes + c] as number);
    }
  });
  toProbabilities(result, classes, mode);
  return result;
}

/** Scores of the pool are not kept: softmax is blind to what is added to all of a row. */
const LEAST_PROBABILITY = 1e-12;
/** 1 - p in single precision. */
const LEAST_REST = 6e-8;

function scoreOf(p: number, mode: 'single' | 'multi'): number {
  const score = Math.log(Math.max(p, LEAST_PROBABILITY));
  return mode === 'multi' ? score - Math.log(Math.max(1 - p, LEAST_REST)) : score;
}

function asItems(rows: Int32Array): readonly LabelledRow[] {
  return Array.from(rows, (row) => ({ row, classes: [] }));
}
