/** What a query strategy is given, from a learner and what is known of its pool. */
import { createRng, deriveSeed } from '../../src/domain/math/rng.ts';
import type { QueryInput } from '../../src/domain/query/strategy.ts';
import type { Learner } from './learner.ts';

export interface QuerySource
  extends Pick<
    QueryInput,
    'classes' | 'mode' | 'candidates' | 'vectors' | 'answers' | 'decisions' | 'budgetLeft'
  > {
  /** At the optimum of the answers: call `learn` first. */
  readonly learner: Pick<Learner, 'probabilities' | 'posterior'>;
  /** Seed of the project; every decision has draws of its own. */
  readonly seed: number;
}

/** All but how many are asked for. Equal sources give equal questions. */
export function queryInputOf({ learner, seed, ...known }: QuerySource): Omit<QueryInput, 'count'> {
  return {
    ...known,
    probabilities: learner.probabilities,
    posterior: learner.posterior(deriveSeed(seed, 'posterior', known.decisions)),
    rng: createRng(deriveSeed(seed, 'strategy', known.decisions)),
  };
}
