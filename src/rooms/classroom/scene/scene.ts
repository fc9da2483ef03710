/** All that a picture in the classroom depends on: equal scenes show the same, on every device. */
import type { LaneSetup, RaceRequest, RaceSource } from '../../../../workers/api.ts';

export type Measure = 'right' | 'macro-f1';

export interface Scene {
  readonly source: RaceSource;
  readonly lanes: readonly LaneSetup[];
  readonly seed: number;
  readonly seeds: number;
  readonly startCount: number;
  readonly labels: number;
  /** Share of wrong answers of the simulated person, in [0, 1]. */
  readonly wrong: number;
  readonly measure: Measure;
  /** Answers a second while playing; 0 = as fast as they come. */
  readonly speed: number;
  /** Answers shown. */
  readonly at: number;
  /** What was answered by hand on the page to play with, in order. */
  readonly said: readonly { readonly row: number; readonly said: number }[];
}

export const SPEEDS: readonly number[] = [1, 2, 4, 8, 0];
export const MOST_LANES = 4;
export const LIMITS = {
  count: { least: 60, most: 600 },
  seeds: { least: 1, most: 20 },
  start: { least: 1, most: 20 },
  labels: { least: 5, most: 200 },
} as const;

export const FIRST_TOY: Extract<RaceSource, { readonly kind: 'toy' }> = {
  kind: 'toy',
  id: 'moons',
  count: 300,
  noise: 0.3,
  balance: 1,
  model: 'curved',
};

export const FIRST_SCENE: Scene = {
  source: FIRST_TOY,
  lanes: [
    { strategy: 'random', start: 'random' },
    { strategy: 'margin', start: 'random' },
  ],
  seed: 1,
  seeds: 1,
  startCount: 4,
  labels: 40,
  wrong: 0,
  measure: 'right',
  speed: 4,
  at: 0,
  said: [],
};

/** What the worker must compute for it. Speed, measure and place in time change nothing of that. */
export function requestOf({
  source,
  lanes,
  seed,
  seeds,
  startCount,
  labels,
  wrong,
}: Scene): RaceRequest {
  return { source, lanes, seed, seeds, startCount, labels, wrong };
}
