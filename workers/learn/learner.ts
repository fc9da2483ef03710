/**
 * The learner of one pool: the head at the optimum of the standing labels, and the probabilities
 * of every row. A pure function of (features, ordered labels): a label taken back leaves no trace.
 */
import type { Features } from '../../src/modalities/contract.ts';
import type { Engine, LoadedMatrix } from './engine/engine.ts';
import { chooseHyper, chosenFrom, DEFAULT_HYPER } from './head/choose-hyper.ts';
import { createGram, type Gram } from './head/gram.ts';
import { type Targets, toProbabilities } from './head/loss.ts';
import { type FeaturePrior, type PriorView, viewThrough } from './head/priors.ts';
import { solveDual } from './head/solve.ts';
import { solvePrimal } from './head/solve-primal.ts';
import { buildTargets } from './head/targets.ts';
import type { HeadMode, HyperParameters, LabelledRow } from './head/types.ts';
import { addSparseScores, emptyWeights, type HeadWeights, weightsOf } from './head/weights.ts';

export type { FeaturePrior } from './head/priors.ts';
export type { HyperParameters, LabelledRow } from './head/types.ts';

/** Up to here the problem is solved among the rows, beyond among the weights. */
const DUAL_LIMIT = 1_200;

export interface LearnerOptions {
  readonly features: Features;
  readonly classes: number;
  readonly mode: HeadMode;
  readonly engine: Engine;
}

export interface LearnReport {
  readonly iterations: number;
  /** Largest gradient entry left: 0 at the optimum. */
  readonly residual: number;
  readonly hyper: HyperParameters;
  readonly fitMs: number;
  readonly scoreMs: number;
}

/** Plain data: all it takes to predict again, and to go on from there. */
export interface HeadSnapshot {
  readonly classes: number;
  readonly sparse: Float32Array;
  readonly dense: Float32Array;
  readonly intercept: Float32Array;
  readonly hyper: HyperParameters;
}

/** What the choice of the priors rests on: equal keys, equal choice. */
type ChoiceKey = string;

export class Learner {
  /** Row-major [rows x classes]; uniform before the first label. */
  probabilities: Float32Array;
  private weights: HeadWeights;
  /** Where the solver stands, before the priors are taken into account. */
  private found: HeadWeights;
  private view: PriorView;
  private hyper: HyperParameters = DEFAULT_HYPER;
  private readonly pool: LoadedMatrix;
  private gram: Gram;
  private readonly choices = new Map<ChoiceKey, HyperParameters>();
  private labels: readonly LabelledRow[] = [];
  private dual = new Map<number, Float64Array>();

  constructor(private readonly options: LearnerOptions) {
    const { features, classes, engine } = options;
    this.weights = emptyWeights(features, classes);
    this.found = this.weights;
    this.view = viewThrough(features, classes, []);
    this.pool = engine.load(features.dense, features.rows, features.denseDims);
    this.gram = createGram(features);
    this.probabilities = uniform(features.rows, options);
  }

  /** Brings head and pool to these labels (all that stand, in order). */
  async learn(labels: readonly LabelledRow[]): Promise<LearnReport> {
    const started = performance.now();
    this.labels = labels;
    const { iterations, residual } = this.fit(labels);
    const fitted = performance.now();
    this.probabilities =
      labels.length === 0
        ? uniform(this.options.features.rows, this.options)
        : await this.scorePool();
    const fitMs = fitted - started;
    return { iterations, residual, hyper: this.hyper, fitMs, scoreMs: performance.now() - fitted };
  }

  /** Probabilities of rows that are not in the pool, [rows x classes]. */
  async score(features: Features): Promise<Float32Array> {
    const { engine, classes, mode } = this.options;
    if (this.labels.length === 0 && this.isBlank()) return uniform(features.rows, this.options);
    const matrix = engine.load(features.dense, features.rows, features.denseDims);
    try {
      const scores = await matrix.times(this.weights.dense, classes);
      addSparseScores(scores, features.sparse, this.weights);
      toProbabilities(scores, classes, mode);
      return scores;
    } finally {
      matrix.dispose();
    }
  }

  /**
   * Replaces what the person has said of single features; takes effect with the next `learn`.
   * Throws a RangeError when a prior does not fit the features or classes.
   */
  setPriors(priors: readonly FeaturePrior[]): void {
    const { features, classes } = this.options;
    this.view = viewThrough(features, classes, priors);
    this.gram = createGram(this.view.features);
    this.choices.clear();
  }

  /** Chooses the priors that the next answer will need, while the person reads. */
  async idle(): Promise<void> {
    this.hyperFor(this.labels, this.labels.length + 1);
  }

  snapshot(): HeadSnapshot {
    return { ...this.weights, hyper: this.hyper };
  }

  restore(snapshot: HeadSnapshot): void {
    const { classes, sparse, dense, intercept, hyper } = snapshot;
    this.weights = { classes, sparse, dense, intercept };
    this.found = this.weights;
    this.hyper = hyper;
  }

  dispose(): void {
    this.pool.dispose();
  }

  private fit(labels: readonly LabelledRow[]): { iterations: number; residual: number } {
    const { classes, mode } = this.options;
    const { features } = this.view;
    this.hyper = this.hyperFor(labels, labels.length);
    if (labels.length === 0 || classes === 0) {
      this.found = emptyWeights(features, classes);
      this.weights = this.view.finish(this.found);
      return { iterations: 0, residual: 0 };
    }
    const targets = buildTargets({ labels, classes, mode, balance: this.hyper.balance });
    const offset = this.view.offset(labels);
    const solved =
      labels.length > DUAL_LIMIT
        ? solvePrimal({ features, labels, targets, hyper: this.hyper, offset }, this.found)
        : this.fitDual(labels, targets, offset);
    this.found = solved.weights;
    this.weights = this.view.finish(solved.weights);
    return solved;
  }

  private fitDual(labels: readonly LabelledRow[], targets: Targets, offset?: Float64Array) {
    const { classes } = this.options;
    this.gram.setRows(labels.map(({ row }) => row));
    const kernel = new Float64Array(labels.length ** 2);
    this.gram.combine(kernel, this.hyper);
    const solved = solveDual({ kernel, offset, ...targets }, this.warmStart(labels));
    labels.forEach(
      ({ row }, i) => void this.dual.set(row, solved.dual.slice(i * classes, (i + 1) * classes)),
    );
    const { features } = this.view;
    const weights = weightsOf({ features, labels, dual: solved.dual, hyper: this.hyper, classes });
    return { ...solved, weights };
  }

  /** Each row begins where it was last; the optimum does not depend on it. */
  private warmStart(labels: readonly LabelledRow[]): Float64Array {
    const { classes } = this.options;
    const start = new Float64Array(labels.length * classes);
    labels.forEach(({ row }, i) => {
      const known = this.dual.get(row);
      if (known) start.set(known, i * classes);
    });
    return start;
  }

  private hyperFor(labels: readonly LabelledRow[], count: number): HyperParameters {
    const first = labels.slice(0, chosenFrom(count));
    if (first.length === 0 || new Set(first.flatMap(({ classes }) => classes)).size < 2)
      return DEFAULT_HYPER;
    const key = first.map(({ row, classes }) => `${row}:${classes.join('+')}`).join();
    const known = this.choices.get(key);
    if (known) return known;
    const { classes, mode } = this.options;
    const gram = createGram(this.view.features);
    gram.setRows(first.map(({ row }) => row));
    const chosen = chooseHyper({ gram, labels: first, classes, mode });
    this.choices.set(key, chosen);
    return chosen;
  }

  private async scorePool(): Promise<Float32Array> {
    const { classes, mode, features } = this.options;
    const scores = await this.pool.times(this.weights.dense, classes);
    addSparseScores(scores, features.sparse, this.weights);
    toProbabilities(scores, classes, mode);
    return scores;
  }

  private isBlank(): boolean {
    return this.weights.intercept.every((value) => value === 0);
  }
}

export function createLearner(options: LearnerOptions): Learner {
  return new Learner(options);
}

function uniform(rows: number, { classes, mode }: LearnerOptions): Float32Array {
  return new Float32Array(rows * classes).fill(mode === 'multi' ? 0.5 : 1 / Math.max(1, classes));
}
