/** One strategy in a race: asks, hears the oracle, learns, is measured. */
import { createRng, deriveSeed, shuffled } from '../../src/domain/math/rng.ts';
import { queryStrategies } from '../../src/domain/query/index.ts';
import type { QueryAnswer, QueryStrategy } from '../../src/domain/query/strategy.ts';
import type { LaneSetup, RaceFrame } from '../classroom-api.ts';
import { createLearner, type Learner } from '../learn/learner.ts';
import { spreadOrder } from '../learn/spread.ts';
import { measure } from './measure.ts';
import { plainEngine } from './plain-engine.ts';
import { type RaceData, RaceRefused } from './race-data.ts';
import { raceQuery } from './race-query.ts';
import { rasterOf } from './raster.ts';

export interface LaneOptions {
  readonly data: RaceData;
  readonly setup: LaneSetup;
  readonly seed: number;
  readonly startCount: number;
  readonly oracle: (row: number) => readonly number[];
  /** Whether each step brings a picture of the plane. */
  readonly isDrawn: boolean;
}

export type LaneStep = Omit<RaceFrame, 'kind' | 'run' | 'lane'>;

export interface Lane {
  /** The next answer; null when the pool is used up. */
  step(): Promise<LaneStep | null>;
  dispose(): void;
}

/** Throws `RaceRefused` for a strategy that is not in the registry. */
export function createLane(options: LaneOptions): Lane {
  const { data, setup, seed, oracle } = options;
  const strategy = strategyOf(setup.strategy);
  const learner = createLearner({
    features: data.features,
    classes: data.classNames.length,
    mode: data.mode,
    engine: plainEngine,
  });
  const first = firstRows(options);
  const answers: QueryAnswer[] = [];
  let candidates = data.pool;
  const nextRow = (): number | undefined => {
    if (answers.length < first.length) return first[answers.length];
    return strategy.rank(raceQuery({ data, learner, candidates, answers, seed }))[0]?.row;
  };
  return {
    async step() {
      const row = nextRow();
      if (row === undefined) return null;
      candidates = candidates.filter((candidate) => candidate !== row);
      const said = oracle(row);
      answers.push({ row, classes: said });
      await learner.learn([...answers]);
      const scores = measure(data, learner.probabilities);
      const raster = await drawOf(options, learner);
      return { labels: answers.length, row, said, ...scores, raster };
    },
    dispose: () => learner.dispose(),
  };
}

function strategyOf(id: string): QueryStrategy {
  const found = (queryStrategies as Readonly<Record<string, QueryStrategy>>)[id];
  if (found) return found;
  const known = Object.keys(queryStrategies).join(', ');
  throw new RaceRefused(`Unknown strategy ${id}; known: ${known}.`);
}

/** Rows asked before the strategy: by seed alone, so that lanes of equal start begin alike. */
function firstRows({ data, setup, seed, startCount }: LaneOptions): readonly number[] {
  const count = Math.min(startCount, data.pool.length);
  if (setup.start === 'spread')
    return spreadOrder(data.spreadOver, seed, count).map((i) => data.pool[i] as number);
  return shuffled([...data.pool], createRng(deriveSeed(seed, 'start'))).slice(0, count);
}

async function drawOf({ data, isDrawn }: LaneOptions, learner: Learner) {
  if (!isDrawn || !data.plane) return null;
  return rasterOf(learner, data.plane.model, data.classNames.length);
}
