import { createRng, deriveSeed } from '../../src/domain/math/rng.ts';
import type { QueryAnswer, QueryInput } from '../../src/domain/query/strategy.ts';
import type { RaceData } from './race-data.ts';

export interface RaceQuery {
  readonly data: Pick<RaceData, 'classNames' | 'mode' | 'vectors'>;
  readonly probabilities: Float32Array;
  readonly candidates: Int32Array;
  readonly answers: readonly QueryAnswer[];
  readonly seed: number;
}

/** What a strategy is told in a race: the only place that knows its contract. */
export function raceQuery({
  data,
  probabilities,
  candidates,
  answers,
  seed,
}: RaceQuery): QueryInput {
  return {
    probabilities,
    classes: data.classNames.length,
    mode: data.mode,
    candidates,
    count: 1,
    rng: createRng(deriveSeed(seed, 'strategy', answers.length)),
    vectors: data.vectors,
    answers,
  };
}
