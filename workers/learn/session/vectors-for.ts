import type { QueryVectors } from '../../../src/domain/query/strategy.ts';
import { vectorsOf } from '../vectors.ts';
import type { LearnSession } from './learn-session.ts';

/** The rows of a session in few dimensions. */
export function vectorsFor({ encoded, state, learner }: LearnSession): Promise<QueryVectors> {
  return vectorsOf(encoded.features, state.project.seed, (right, width) =>
    learner.poolTimes(right, width),
  );
}
