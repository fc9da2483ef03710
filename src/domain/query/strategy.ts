/**
 * Contract of a query strategy: given what the model believes about the pool, which items should
 * be asked next? A strategy is pure: same input, same seed, same answer on every device.
 */
import type { Rng } from '../math/rng.ts';

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
}

/** Why a row was ranked where it is; the rooms put it in a sentence. */
export type QueryWhy =
  | { readonly kind: 'random' }
  /** The model wavers; between which answers is read from the probabilities. */
  | { readonly kind: 'uncertain' };

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
  readonly label: string;
  /** One sentence a person understands: what this strategy looks for. */
  readonly hint: string;
  /** Paper or formula. */
  readonly source: string;
  /** True when it reads probabilities: without a model the spread (cold start) asks instead. */
  readonly needsModel: boolean;
  /** Distinct rows of `candidates`, best first. Ties are broken by ascending row. */
  readonly rank: (input: QueryInput) => readonly RankedQuery[];
}
