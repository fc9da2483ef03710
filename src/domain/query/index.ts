import { badge } from './badge.ts';
import { balancedMargin } from './balanced-margin.ts';
import { contrastive } from './contrastive.ts';
import { coreSet } from './core-set.ts';
import { densityWeighted } from './density-weighted.ts';
import { entropy } from './entropy.ts';
import { kMeansCenters } from './k-means.ts';
import { leastConfident } from './least-confident.ts';
import { margin } from './margin.ts';
import { probCover } from './prob-cover.ts';
import { random } from './random.ts';
import { relabel } from './relabel.ts';
import { stochasticMargin } from './stochastic-margin.ts';
import type { QueryStrategy } from './strategy.ts';
import { typiClust } from './typi-clust.ts';

/** Every query strategy by id. A new one is listed here and is tested from then on. */
export const queryStrategies = {
  margin,
  'least-confident': leastConfident,
  entropy,
  random,
  'core-set': coreSet,
  'k-means': kMeansCenters,
  'density-weighted': densityWeighted,
  typiclust: typiClust,
  'prob-cover': probCover,
  badge,
  contrastive,
  relabel,
  'balanced-margin': balancedMargin,
  'stochastic-margin': stochasticMargin,
} as const satisfies Record<string, QueryStrategy>;
