/**
 * Contract of a query strategy: given what the model believes about the pool, which items should
 * be asked next? A strategy is pure: same input, same seed, same answer on every device.
 */
import type { Rng } from '../math/rng.ts';

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
}

export interface RankedQuery {
  /** Row of the pool. */
  readonly row: number;
  /** Higher = rather asked; comparable within one ranking only; null for a random draw. */
  readonly score: number | null;
  /** Selection probability in (0, 1]; 1 where the choice is deterministic. */
  readonly probability: number;
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
