import { auto } from './auto.ts';
import { badge } from './badge.ts';
import { balancedMargin } from './balanced-margin.ts';
import { bald } from './bald.ts';
import { committeeDivergence } from './committee-divergence.ts';
import { consensusEntropyStrategy } from './consensus-entropy.ts';
import { contrastive } from './contrastive.ts';
import { coreSet } from './core-set.ts';
import { densityWeighted } from './density-weighted.ts';
import { entropy } from './entropy.ts';
import { epig } from './epig.ts';
import { expectedErrorReduction } from './expected-error-reduction.ts';
import { expectedModelChange } from './expected-model-change.ts';
import { kMeansCenters } from './k-means.ts';
import { leastConfident } from './least-confident.ts';
import { margin } from './margin.ts';
import { probCover } from './prob-cover.ts';
import { random } from './random.ts';
import { relabel } from './relabel.ts';
import { sampledMargin } from './sampled-margin.ts';
import type { QueryStrategy } from './strategy.ts';
import { typiClust } from './typi-clust.ts';
import { uncertaintyHerding } from './uncertainty-herding.ts';
import { voteEntropyStrategy } from './vote-entropy.ts';

/** Every query strategy by id, by family. A new one is listed here and is tested from then on. */
export const queryStrategies = {
  auto,
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
  'core-set': coreSet,
  'k-means': kMeansCenters,
  'density-weighted': densityWeighted,
  typiclust: typiClust,
  'prob-cover': probCover,
  badge,
  'uncertainty-herding': uncertaintyHerding,
  contrastive,
  relabel,
  'balanced-margin': balancedMargin,
  'sampled-margin': sampledMargin,
} as const satisfies Record<string, QueryStrategy>;
