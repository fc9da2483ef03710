import { entropy } from './entropy.ts';
import { leastConfident } from './least-confident.ts';
import { margin } from './margin.ts';
import { random } from './random.ts';
import type { QueryStrategy } from './strategy.ts';

/** Every query strategy by id. A new one is listed here and is tested from then on. */
export const queryStrategies = {
  margin,
  'least-confident': leastConfident,
  entropy,
  random,
} as const satisfies Record<string, QueryStrategy>;
