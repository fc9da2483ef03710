import { createRng, deriveSeed } from '../../src/domain/math/rng.ts';
import type { QueryAnswer, QueryInput } from '../../src/domain/query/strategy.ts';
import type { Learner } from '../learn/learner.ts';
import type { RaceData } from './race-data.ts';

export interface RaceQuery {
  readonly data: Pick<RaceData, 'classNames' | 'mode' | 'vectors'>;
  /** At the optimum of the answers. */
  readonly learner: Pick<Learner, 'probabilities'>;
  readonly candidates: Int32Array;
  readonly answers: readonly QueryAnswer[];
  readonly seed: number;
}

/** What a strategy is told in a race: the only place that knows its contract. */
export function raceQuery({ data, learner, candidates, answers, seed }: RaceQuery): QueryInput {
  return {
    probabilities: learner.probabilities,
    classes: data.classNames.length,
    mode: data.mode,
    candidates,
    count: 1,
    rng: createRng(deriveSeed(seed, 'strategy', answers.length)),
    vectors: data.vectors,
    answers,
  };
}
