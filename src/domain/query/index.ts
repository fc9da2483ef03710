import { bald } from './bald.ts';
import { committeeDivergence } from './committee-divergence.ts';
import { consensusEntropyStrategy } from './consensus-entropy.ts';
import { entropy } from './entropy.ts';
import { epig } from './epig.ts';
import { expectedErrorReduction } from './expected-error-reduction.ts';
import { expectedModelChange } from './expected-model-change.ts';
import { leastConfident } from './least-confident.ts';
import { margin } from './margin.ts';
import { random } from './random.ts';
import type { QueryStrategy } from './strategy.ts';
import { voteEntropyStrategy } from './vote-entropy.ts';

/** Every query strategy by id, by family. A new one is listed here and is tested from then on. */
export const queryStrategies = {
  margin,
  'least-confident': leastConfident,
  entropy,
  'vote-entropy': voteEntropyStrategy,
  'consensus-entropy': consensusEntropyStrategy,
  'committee-divergence': committeeDivergence,
  bald,
  epig,
  'expected-error-reduction': expectedErrorReduction,
  'expected-model-change': expectedModelChange,
  random,
} as const satisfies Record<string, QueryStrategy>;
