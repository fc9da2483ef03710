/**
 * How strong the priors are is decided by the labels themselves: stratified cross-validation of the
 * class-balanced log loss, first along a path of strengths, then of the ratio between the sparse
 * and the dense block, then of the strength again. Of the settings within half a standard error of
 * the best the strongest is taken (after the one-standard-error rule of Breiman et al. 1984), since
 * a choice made on forty labels is itself mostly noise.
 */
import type { Gram } from './gram.ts';
import { toProbabilities } from './loss.ts';
import { solveDual } from './solve.ts';
import { buildTargets } from './targets.ts';
import type { HeadMode, HyperParameters, LabelledRow } from './types.ts';

/** Before anything can be measured, and for classes that were never measured. */
export const DEFAULT_HYPER: HyperParameters = { sparse: 3, dense: 1, intercept: 10, balance: 1 };

/** Numbers of labels at which the choice is made anew: it rests on the first so many of them. */
export const SCHEDULE = [16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512] as const;
const FOLDS = 4;
/** Share of a standard error within which settings count as equally good. */
const TOLERANCE = 0.5;
/** Precision of the dense block, strongest first. */
const SCALES = [1, 0.3, 0.1, 0.03, 0.01] as const;
/**
 * Sparse precision as a multiple of the dense one, strongest first. Labels alone ask for the upper
 * end; pairs of an item and its edited copy, which differ in single words, for the lower.
 */
const RATIOS = [10, 3, 1, 0.3, 0.1, 0.03] as const;
/** A path ends when so many settings in a row were worse than the best before them. */
const PATIENCE = 2;
/** Most rows * rows * classes of one solve: beyond, the first labels decide alone. */
const MAX_WORK = 800_000;
/** Floor of a probability, so that one certain error stays finite. */
const FLOOR = 1e-6;

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
  const splits = splitFolds(input);
  const measured = new Map<string, Measured>();
  const measure = (dense: number, ratio: number): Measured => {
    const key = `${dense} ${ratio}`;
    const known = measured.get(key);
    if (known) return known;
    const hyper = { ...DEFAULT_HYPER, dense, sparse: dense * ratio };
    const made = { dense, ratio, hyper, ...crossValidate(input, hyper, splits) };
    measured.set(key, made);
    return made;
  };
  const alongScales = (ratio: number): Measured =>
    strongestOfBest(SCALES, (scale) => measure(scale, ratio));
  const first = alongScales(RATIOS[0]);
  const second = strongestOfBest(RATIOS, (ratio) => measure(first.dense, ratio));
  return (second.ratio === first.ratio ? second : alongScales(second.ratio)).hyper;
}

interface Measured {
  readonly dense: number;
  readonly ratio: number;
  readonly hyper: HyperParameters;
  /** Class-balanced log loss of the left-out rows, and its standard error. */
  readonly mean: number;
  readonly error: number;
}

/** Settings run from strong to weak. */
function strongestOfBest(
  settings: readonly number[],
  measure: (setting: number) => Measured,
): Measured {
  const tried: Measured[] = [];
  let best = measure(settings[0] as number);
  let worse = 0;
  for (const setting of settings) {
    const next = measure(setting);
    tried.push(next);
    worse = next.mean > best.mean ? worse + 1 : 0;
    if (next.mean < best.mean) best = next;
    if (worse >= PATIENCE) break;
  }
  return tried.find(({ mean }) => mean <= best.mean + TOLERANCE * best.error) ?? best;
}

interface Split {
  readonly kept: readonly number[];
  readonly left: readonly number[];
  /** Solution on the kept rows at the last setting: the next one starts from it. */
  dual: Float64Array | undefined;
}

function splitFolds({ labels, classes }: ChoiceInput): readonly Split[] {
  const most = Math.max(SCHEDULE[0], Math.floor(Math.sqrt(MAX_WORK / Math.max(1, classes))));
  const folds = assignFolds(labels.slice(0, most));
  return Array.from({ length: FOLDS }, (_, fold) => ({
    kept: [...folds.keys()].filter((i) => folds[i] !== fold),
    left: [...folds.keys()].filter((i) => folds[i] === fold),
    dual: undefined,
  }));
}

/**
 * Round robin within each class, so that every fold has seen what can be seen. An edited copy goes
 * with its item: a model that has seen the one is no judge of the other.
 */
function assignFolds(labels: readonly LabelledRow[]): Int32Array {
  const next = new Map<string, number>();
  const foldOf = new Map<number, number>();
  return Int32Array.from(labels, ({ row, copyOf, classes }) => {
    const known = foldOf.get(copyOf ?? row);
    if (known !== undefined) return known;
    const key = classes.join();
    const turn = next.get(key) ?? 0;
    next.set(key, turn + 1);
    foldOf.set(copyOf ?? row, turn % FOLDS);
    return turn % FOLDS;
  });
}

/** Mean and standard error over the rows of the balanced log loss on the fold they were left out of. */
function crossValidate(
  input: ChoiceInput,
  hyper: HyperParameters,
  splits: readonly Split[],
): { mean: number; error: number } {
  const { labels, classes, mode, gram } = input;
  const n = labels.length;
  const kernel = new Float64Array(n * n);
  gram.combine(kernel, hyper);
  const all = buildTargets({ labels, classes, mode, balance: 1 });
  const losses: number[] = [];
  for (const split of splits) {
    const { kept, left } = split;
    if (left.length === 0 || kept.length === 0) continue;
    const own = kept.flatMap((i) => labels[i] ?? []);
    const targets = buildTargets({ labels: own, classes, mode, balance: hyper.balance });
    const part = subKernel(kernel, n, kept);
    const { dual } = solveDual(
      { kernel: part, ...targets, tolerance: CHOICE_TOLERANCE },
      split.dual,
    );
    split.dual = dual;
    for (const i of left) {
      const scores = scoreLeftOut({ kernel, n, kept, dual, classes }, i);
      toProbabilities(scores, classes, mode);
      const truth = all.truth.subarray(i * classes, (i + 1) * classes);
      losses.push((all.weights[i] as number) * rowLoss(scores, truth, mode));
    }
  }
  return meanAndError(losses);
}

/** Enough to compare losses; the order of settings does not hang on the last digits. */
const CHOICE_TOLERANCE = 1e-5;

interface Solved {
  readonly kernel: Float64Array;
  readonly n: number;
  readonly kept: readonly number[];
  readonly dual: Float64Array;
  readonly classes: number;
}

function scoreLeftOut({ kernel, n, kept, dual, classes }: Solved, i: number): Float64Array {
  const scores = new Float64Array(classes);
  kept.forEach((j, at) => {
    const value = kernel[i * n + j] as number;
    for (let c = 0; c < classes; c++)
      scores[c] = (scores[c] as number) + value * (dual[at * classes + c] as number);
  });
  return scores;
}

function subKernel(kernel: Float64Array, n: number, kept: readonly number[]): Float64Array {
  const size = kept.length;
  const part = new Float64Array(size * size);
  kept.forEach((i, a) => {
    kept.forEach((j, b) => {
      part[a * size + b] = kernel[i * n + j] as number;
    });
  });
  return part;
}

function rowLoss(probabilities: Float64Array, truth: Float64Array, mode: HeadMode): number {
  let sum = 0;
  truth.forEach((y, c) => {
    const p = probabilities[c] as number;
    if (y > 0) sum -= y * Math.log(Math.max(p, FLOOR));
    if (mode === 'multi' && y < 1) sum -= (1 - y) * Math.log(Math.max(1 - p, FLOOR));
  });
  return sum;
}

function meanAndError(values: readonly number[]): { mean: number; error: number } {
  const n = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n - 1);
  return { mean, error: Math.sqrt(variance / n) };
}
