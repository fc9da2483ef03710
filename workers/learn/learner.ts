/**
 * The learner of one pool: the head at the optimum of what stands (labels, feedback), and the
 * probabilities of every row. A pure function of (features, labels in order, feedback): what is
 * taken back leaves no trace.
 */
import type { QueryPosterior } from '../../src/domain/query/strategy.ts';
import type { Features } from '../../src/modalities/contract.ts';
import type { Engine, LoadedMatrix } from './engine/engine.ts';
import { chooseHyper, chosenFrom, DEFAULT_HYPER } from './head/choose-hyper.ts';
import { type Fit, fitHead, type WarmStart } from './head/fit.ts';
import { createGram, type Gram } from './head/gram.ts';
import { toProbabilities } from './head/loss.ts';
import { checkPriors, type FeaturePrior } from './head/priors.ts';
import type { HeadMode, HyperParameters, LabelledRow } from './head/types.ts';
import { addSparseScores, emptyWeights, type HeadWeights } from './head/weights.ts';
import { createPosterior } from './posterior/posterior.ts';
import { createRowStore, type RowStore } from './row-store.ts';

export type { FeaturePrior } from './head/priors.ts';
export type { HyperParameters, LabelledRow } from './head/types.ts';

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
  private hyper: HyperParameters = DEFAULT_HYPER;
  private readonly pool: LoadedMatrix;
  private readonly rows: RowStore;
  private readonly gram: Gram;
  /** Of its own, so that looking back does not throw away what the next answer needs. */
  private readonly pastGram: Gram;
  private readonly choices = new Map<ChoiceKey, HyperParameters>();
  private labels: readonly LabelledRow[] = [];
  private priors: readonly FeaturePrior[] = [];
  private warm: WarmStart = { dual: new Map(), found: null };

  constructor(private readonly options: LearnerOptions) {
    const { features, classes, engine } = options;
    this.weights = emptyWeights(features, classes);
    this.pool = engine.load(features.dense, features.rows, features.denseDims);
    this.rows = createRowStore(features);
    this.gram = createGram(this.rows.all);
    this.pastGram = createGram(this.rows.all);
    this.probabilities = uniform(features.rows, options);
  }

  /**
   * Brings head and pool to these labels (all that stand, in order). Rows beyond the pool are
   * virtual ones that `appendVirtual` made.
   */
  async learn(labels: readonly LabelledRow[]): Promise<LearnReport> {
    const started = performance.now();
    this.labels = labels;
    this.hyper = this.hyperFor(labels, itemsOf(labels).length);
    const { weights, next, iterations, residual } = this.fit(labels, this.priors);
    this.weights = weights;
    this.warm = next;
    const fitted = performance.now();
    this.probabilities = this.isUntaught()
      ? uniform(this.options.features.rows, this.options)
      : await this.scorePool();
    const fitMs = fitted - started;
    return { iterations, residual, hyper: this.hyper, fitMs, scoreMs: performance.now() - fitted };
  }

  /**
   * The head these labels and priors would give, at the precisions chosen for the standing labels.
   * Changes nothing.
   */
  headWith(labels: readonly LabelledRow[], priors: readonly FeaturePrior[]): HeadWeights {
    return this.fit(labels, priors).weights;
  }

  /**
   * The head of other labels than those that stand, at their precisions and from the same start. For
   * looking aside (folds, earlier models): it costs the next answer nothing. Changes nothing.
   */
  headAside(labels: readonly LabelledRow[], priors: readonly FeaturePrior[]): HeadWeights {
    const { classes, mode } = this.options;
    const { hyper, pastGram: gram } = this;
    const features = this.rows.all();
    const start = { dual: new Map(), found: null };
    return fitHead({ features, labels, classes, mode, hyper, priors, gram, start }).weights;
  }

  /**
   * The head that these labels and priors gave when they were all there was, at the precisions of
   * then. Always from the same start, so that equal inputs give equal bits. Changes nothing.
   */
  headThen(labels: readonly LabelledRow[], priors: readonly FeaturePrior[]): HeadWeights {
    const { classes, mode } = this.options;
    const hyper = this.hyperFor(labels, itemsOf(labels).length);
    const features = this.rows.all();
    const start = { dual: new Map(), found: null };
    const gram = this.pastGram;
    return fitHead({ features, labels, classes, mode, hyper, priors, gram, start }).weights;
  }

  /** Probabilities of rows that are not in the pool, [rows x classes]. */
  async score(features: Features): Promise<Float32Array> {
    const { engine, classes, mode } = this.options;
    if (this.isUntaught() && this.isBlank()) return uniform(features.rows, this.options);
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

  /** Brings the probabilities of the pool to the head as it stands. */
  async rescore(): Promise<void> {
    this.probabilities = await this.scorePool();
  }

  /** Rows that are no items; returns the number of the first. They are learned when labelled. */
  appendVirtual(features: Features): number {
    return this.rows.append(features);
  }

  /**
   * Replaces what the person has said of single features; takes effect with the next `learn`.
   * Throws a RangeError when a prior does not fit the features or classes.
   */
  setPriors(priors: readonly FeaturePrior[]): void {
    checkPriors(priors, this.options.features, this.options.classes);
    this.priors = priors;
  }

  /** Chooses the precisions that the next answer will need, while the person reads. */
  async idle(): Promise<void> {
    this.hyperFor(this.labels, itemsOf(this.labels).length + 1);
  }

  /** Dense features of the pool times a row-major [denseDims x width] matrix. */
  poolTimes(right: Float32Array, width: number): Promise<Float32Array> {
    return this.pool.times(right, width);
  }

  /**
   * What the head as it stands leaves open, for the strategies that ask for it; costs nothing before.
   * Good until the next `learn`.
   */
  posterior(seed: number): QueryPosterior {
    const { classes, mode } = this.options;
    const { labels, priors, hyper, weights, probabilities, gram } = this;
    const features = this.rows.all();
    const head = { features, labels, classes, mode, hyper, priors, weights };
    return createPosterior({ ...head, probabilities, seed, gram });
  }

  /** The head as it stands. */
  head(): HeadWeights {
    return this.weights;
  }

  /** Precisions of the head as it stands. */
  precisions(): HyperParameters {
    return this.hyper;
  }

  snapshot(): HeadSnapshot {
    return { ...this.weights, hyper: this.hyper };
  }

  restore(snapshot: HeadSnapshot): void {
    const { classes, sparse, dense, intercept, hyper } = snapshot;
    this.weights = { classes, sparse, dense, intercept };
    this.warm = { dual: new Map(), found: this.weights };
    this.hyper = hyper;
  }

  dispose(): void {
    this.pool.dispose();
  }

  private fit(labels: readonly LabelledRow[], priors: readonly FeaturePrior[]): Fit {
    const { classes, mode } = this.options;
    const { hyper, gram, warm: start } = this;
    return fitHead({
      features: this.rows.all(),
      labels,
      classes,
      mode,
      hyper,
      priors,
      gram,
      start,
    });
  }

  /** Chosen from the first labelled items alone, so that no feedback bends the measure it is judged by. */
  private hyperFor(labels: readonly LabelledRow[], count: number): HyperParameters {
    // However strongly copies count just now, the choice is the same.
    const first = itemsOf(labels)
      .slice(0, chosenFrom(count))
      .map(({ weight: _, ...label }) => label);
    if (first.length === 0 || new Set(first.flatMap(({ classes }) => classes)).size < 2)
      return DEFAULT_HYPER;
    const key = first.map(({ row, classes }) => `${row}:${classes.join('+')}`).join();
    const known = this.choices.get(key);
    if (known) return known;
    const { classes, mode } = this.options;
    const gram = createGram(this.rows.all);
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

  private isUntaught(): boolean {
    return this.labels.length === 0 && this.priors.length === 0;
  }

  private isBlank(): boolean {
    return this.weights.intercept.every((value) => value === 0);
  }
}

export function createLearner(options: LearnerOptions): Learner {
  return new Learner(options);
}

/**
 * What the choice of the precisions rests on: items, and copies that a person wrote and that have
 * another answer than their item. A copy with the same answer says nothing new of it, a difference
 * has no answer at all, and what the model wrote is no sample of what will be asked.
 */
function itemsOf(labels: readonly LabelledRow[]): readonly LabelledRow[] {
  if (!labels.some(({ isVirtual }) => isVirtual)) return labels;
  const answers = new Map(labels.map(({ row, classes }) => [row, classes.join()]));
  return labels.filter(
    ({ isVirtual, isProposed, loss, isDifference, copyOf, classes }) =>
      !isVirtual ||
      (!isProposed &&
        loss !== 'square' &&
        !isDifference &&
        (copyOf === undefined || answers.get(copyOf) !== classes.join())),
  );
}

function uniform(rows: number, { classes, mode }: LearnerOptions): Float32Array {
  return new Float32Array(rows * classes).fill(mode === 'multi' ? 0.5 : 1 / Math.max(1, classes));
}
