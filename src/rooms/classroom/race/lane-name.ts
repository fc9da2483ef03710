import type { LaneSetup } from '../../../../workers/api.ts';
import { queryStrategies } from '../../../domain/query/index.ts';
import type { QueryStrategy } from '../../../domain/query/strategy.ts';

const byId: Readonly<Record<string, QueryStrategy>> = queryStrategies;

/** What a lane is called: its strategy, and how it begins where that tells it from another lane. */
export function laneName(lanes: readonly LaneSetup[], lane: number): string {
  const { strategy = '', start } = lanes[lane] ?? {};
  const name = byId[strategy]?.label ?? strategy;
  const isTwice = lanes.filter((one) => one.strategy === strategy).length > 1;
  if (!isTwice) return name;
  return start === 'spread' ? `${name}, spread start` : `${name}, random start`;
}
