import type { QueryAnswer, QueryInput } from '../../src/domain/query/strategy.ts';
import type { Learner } from '../learn/learner.ts';
import { queryInputOf } from '../learn/query-input.ts';
import type { RaceData } from './race-data.ts';

export interface RaceQuery {
  readonly data: Pick<RaceData, 'classNames' | 'mode' | 'vectors'>;
  /** At the optimum of the answers. */
  readonly learner: Pick<Learner, 'probabilities' | 'posterior'>;
  readonly candidates: Int32Array;
  readonly answers: readonly QueryAnswer[];
  readonly seed: number;
}

/** What a strategy is told in a race: as in a project without a budget, one question at a time. */
export function raceQuery({ data, ...rest }: RaceQuery): QueryInput {
  const { classNames, mode, vectors } = data;
  const decisions = rest.answers.length;
  const known = { classes: classNames.length, mode, vectors, decisions, budgetLeft: null };
  return { ...queryInputOf({ ...rest, ...known }), count: 1 };
}
