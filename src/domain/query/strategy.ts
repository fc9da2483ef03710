/**
 * Contract of a query strategy: given what the model believes about the pool, which items should
 * be asked next? A strategy is pure: same input, same seed, same answer on every device.
 */
import type { Rng } from '../math/rng.ts';
import type { DuelRecord } from './duel.ts';

/** Vectors of all rows of the pool, row-major [rows x dims]: near in them means alike. */
export interface QueryVectors {
  readonly dims: number;
  readonly values: Float32Array;
}

/** What the learner has been taught of one row. */
export interface QueryAnswer {
  readonly row: number;
  /** Class indices; multi-label: none is an answer. */
  readonly classes: readonly number[];
}

/** Answered rows that may be asked about once more. */
export interface AskedAgain {
  /** Ascending. */
  readonly rows: Int32Array;
  /** Probability of the standing answer by a model that did not learn it, in [0, 1], one a row. */
  readonly confidence: Float32Array;
}

/**
 * What the model has not made up its mind about: the posterior of its weights. Costly, so nothing is
 * computed before it is asked for; equal calls give equal numbers.
 */
export interface QueryPosterior {
  /** Probabilities of these rows by models drawn from the posterior, [members x rows x classes]. */
  readonly sample: (rows: Int32Array, members: number) => Float32Array;
  /** Posterior covariance of the score of one class, [rows x others]; classes share it. */
  readonly covariance: (rows: Int32Array, others: Int32Array) => Float32Array;
  /** Posterior variance of the score of one class, [rows]: the diagonal of the covariance. */
  readonly variances: (rows: Int32Array) => Float32Array;
  /**
   * Length of each row's features, [rows], in units of the prior: how far the score of a class may
   * lie from its mean (standard deviation) before anything is learned.
   */
  readonly lengths: (rows: Int32Array) => Float32Array;
}

export interface QueryInput {
  /** Class probabilities of every item, row-major, shape [rows x classes]. */
  readonly probabilities: Float32Array;
  readonly classes: number;
  /** Multi-label: every class is a separate yes/no with its own probability. */
  readonly mode: 'single' | 'multi';
  /** Rows that may be asked, ascending. */
  readonly candidates: Int32Array;
  /** How many rows to return (fewer when the pool is smaller). */
  readonly count: number;
  readonly rng: Rng;
  /** Few dimensions, unit length or zero, for the strategies that look at the items themselves. */
  readonly vectors: QueryVectors;
  /** Answers that the model learned from, in the order given. */
  readonly answers: readonly QueryAnswer[];
  readonly posterior: QueryPosterior;
  /** Questions that people have answered, skipped or were unsure about so far. */
  readonly decisions: number;
  /** Answers that the project's budget still allows; null = it has none. */
  readonly budgetLeft: number | null;
  /** Present where the strategy `asksAgain`: such rows may be ranked beside the candidates. */
  readonly again?: AskedAgain;
  /** Whether choosing was seen to beat chance so far; absent = nobody looked. */
  readonly duels?: DuelRecord;
}

/** Why a row was ranked where it is; the rooms put it in a sentence. */
export type QueryWhy =
  | { readonly kind: 'random' }
  /** The model wavers; between which answers is read from the probabilities. */
  | { readonly kind: 'uncertain' }
  /** Models that fit the answers equally well say different things. */
  | ({ readonly kind: 'disagree' } & Disagreement)
  /** Of `compared` possible questions the one after which `items` others are least in doubt. */
  | { readonly kind: 'reduces-error'; readonly compared: number; readonly items: number }
  /** Whatever the answer, it moves the model far. */
  | { readonly kind: 'changes-model' }
  /** Many items are like it; `unsure` where the model wavers as well. */
  | { readonly kind: 'typical'; readonly unsure: boolean }
  /** Nothing that was answered is like it. */
  | { readonly kind: 'uncovered' }
  /** The model would learn much from it, and something else than from the other picks. */
  | { readonly kind: 'varied' }
  /** The model judges it otherwise than the answered items most like it. */
  | { readonly kind: 'contrast' }
  /** It was answered, and the model, taught by all others, would answer otherwise. */
  | { readonly kind: 'doubtful-label' }
  /** Looking for a class (index) of which few answers were found so far. */
  | { readonly kind: 'rare'; readonly class: number; readonly found: number }
  /** Drawn by chance, the likelier the more the model wavers. */
  | { readonly kind: 'sampled' }
  /** It stands for many items that the model is unsure of, and the model wavers here as well. */
  | { readonly kind: 'represents' }
  /** Drawn at random, because chance was seen to teach more than choosing. */
  | ({ readonly kind: 'chance' } & DuelRecord);

/** How the members of a committee differ about one row. */
export interface Disagreement {
  readonly members: number;
  /**
   * Classes by votes, most first, those with none left out (single); the class that is disputed
   * most, with the members that say yes (multi).
   */
  readonly votes: readonly { readonly classIndex: number; readonly count: number }[];
  /** Least and greatest probability that a member gives the first class of `votes`. */
  readonly low: number;
  readonly high: number;
}

/**
 * What a strategy goes by, as the settings group them: the model's own doubt, models that disagree,
 * what an answer would do, how items lie to each other, answers that may be wrong, chance; or all
 * of it by turns.
 */
export type StrategyFamily =
  | 'automatic'
  | 'uncertainty'
  | 'committee'
  | 'outcome'
  | 'spread'
  | 'checking'
  | 'random';

export interface RankedQuery {
  /** Row of the pool. */
  readonly row: number;
  /** Higher = rather asked; comparable within one ranking only; null for a random draw. */
  readonly score: number | null;
  /** Selection probability in (0, 1]; 1 where the choice is deterministic. */
  readonly probability: number;
  readonly why: QueryWhy;
}

export interface QueryStrategy {
  readonly id: string;
  readonly family: StrategyFamily;
  readonly label: string;
  /** One sentence a person understands: what this strategy looks for. */
  readonly hint: string;
  /** Paper or formula. */
  readonly source: string;
  /** True when it reads probabilities: without a model the spread (cold start) asks instead. */
  readonly needsModel: boolean;
  /**
   * True when rows are chosen to go together: the first is the same whatever the count, the rest
   * need not be. Absent: asking for fewer gives a prefix.
   */
  readonly isBatch?: boolean;
  /** True when it may rank rows of `again`, which are answered already. */
  readonly asksAgain?: boolean;
  /** Distinct rows of `candidates`, best first. Ties are broken by ascending row. */
  readonly rank: (input: QueryInput) => readonly RankedQuery[];
}
