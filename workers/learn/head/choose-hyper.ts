/**
 * How strong the priors are is decided by the labels themselves: stratified cross-validation of the
 * class-balanced log loss over a small grid, and of the settings within half a standard error of
 * the best the strongest prior (after the one-standard-error rule of Breiman et al. 1984), since a
 * choice made on forty labels is itself mostly noise.
 */
import type { Gram } from './gram.ts';
import { toProbabilities } from './loss.ts';
import { type DualProblem, solveDual } from './solve.ts';
import { buildTargets } from './targets.ts';
import type { HeadMode, HyperParameters, LabelledRow } from './types.ts';

/** Before anything can be measured, and for classes that were never measured. */
export const DEFAULT_HYPER: HyperParameters = { sparse: 3, dense: 1, intercept: 10, balance: 1 };

/** Numbers of labels at which the choice is made anew: it rests on the first so many of them. */
const SCHEDULE = [16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512] as const;
const FOLDS = 4;
/** Share of a standard error within which settings count as equally good. */
const TOLERANCE = 0.5;
/** Multiples of the default precisions, strongest first. */
const SCALES = [1, 0.3, 0.1, 0.03, 0.01] as const;
/** Sparse precision as a multiple of the dense one, strongest first. */
const RATIOS = [10, 3, 1] as const;

/** How many of the first labels the choice at `labels` rests on; 0 = the default stands. */
export function chosenFrom(labels: number): number {
  return SCHEDULE.findLast((size) => size < labels) ?? 0;
}

export interface ChoiceInput {
  /** Inner products of exactly these rows, in this order. */
  readonly gram: Gram;
  readonly labels: readonly LabelledRow[];
  readonly classes: number;
  readonly mode: HeadMode;
}

export function chooseHyper(input: ChoiceInput): HyperParameters {
  const folds = assignFolds(input.labels);
  const grid = SCALES.flatMap((scale) =>
    RATIOS.map((ratio) => ({ ...DEFAULT_HYPER, dense: scale, sparse: scale * ratio })),
  );
  const measured = grid.map((hyper) => ({ hyper, ...crossValidate(input, hyper, folds) }));
  const best = measured.reduce((a, b) => (b.mean < a.mean ? b : a));
  // The grid runs from strong to weak, so the first that is good enough is the strongest.
  return (measured.find(({ mean }) => mean <= best.mean + TOLERANCE * best.error) ?? best).hyper;
}

/** Round robin within each class, so that every fold has seen what can be seen. */
function assignFolds(labels: readonly LabelledRow[]): Int32Array {
  const next = new Map<string, number>();
  return Int32Array.from(labels, ({ classes }) => {
    const key = classes.join();
    const turn = next.get(key) ?? 0;
    next.set(key, turn + 1);
    return turn % FOLDS;
  });
}

/** Mean and standard error over the rows of the balanced log loss on the fold they were left out of. */
function crossValidate(
  input: ChoiceInput,
  hyper: HyperParameters,
  folds: Int32Array,
): { mean: number; error: number } {
  const { labels, classes, mode, gram } = input;
  const n = labels.length;
  const kernel = new Float64Array(n * n);
  gram.combine(kernel, hyper);
  const all = buildTargets({ labels, classes, mode, balance: 1 });
  const losses: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = [...folds.keys()].filter((i) => folds[i] !== fold);
    const left = [...folds.keys()].filter((i) => folds[i] === fold);
    if (left.length === 0 || kept.length === 0) continue;
    const { dual } = solveDual(subProblem(input, hyper, kernel, kept));
    for (const i of left) {
      const scores = new Float64Array(classes);
      kept.forEach((j, at) => {
        for (let c = 0; c < classes; c++)
          scores[c] =
            (scores[c] as number) +
            (kernel[i * n + j] as number) * (dual[at * classes + c] as number);
      });
      toProbabilities(scores, classes, mode);
      losses.push(
        (all.weights[i] as number) *
          rowLoss(scores, all.truth.subarray(i * classes, (i + 1) * classes), mode),
      );
    }
  }
  return meanAndError(losses);
}

function subProblem(
  { labels, classes, mode }: ChoiceInput,
  hyper: HyperParameters,
  kernel: Float64Array,
  kept: readonly number[],
): DualProblem {
  const n = labels.length;
  const size = kept.length;
  const part = new Float64Array(size * size);
  kept.forEach((i, a) => {
    kept.forEach((j, b) => {
      part[a * size + b] = kernel[i * n + j] as number;
    });
  });
  const own = kept.flatMap((i) => labels[i] ?? []);
  return { kernel: part, ...buildTargets({ labels: own, classes, mode, balance: hyper.balance }) };
}

const FLOOR = 1e-6;

function rowLoss(probabilities: Float64Array, truth: Float64Array, mode: HeadMode): number {
  let sum = 0;
  truth.forEach((y, c) => {
    const p = probabilities[c] as number;
    if (y === 1) sum -= Math.log(Math.max(p, FLOOR));
    else if (mode === 'multi') sum -= Math.log(Math.max(1 - p, FLOOR));
  });
  return sum;
}

function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const n = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1);
  return { mean, error: Math.sqrt(variance / n) };
}
