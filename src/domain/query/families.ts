/** The strategies grouped as a person chooses among them. */
import type { QueryStrategy, StrategyFamily } from './strategy.ts';

export const FAMILIES: readonly StrategyFamily[] = [
  'automatic',
  'uncertainty',
  'committee',
  'outcome',
  'spread',
  'checking',
  'random',
];

export interface Family {
  readonly family: StrategyFamily;
  /** In the order of the list, at least one. */
  readonly strategies: readonly QueryStrategy[];
}

export function byFamily(strategies: readonly QueryStrategy[]): readonly Family[] {
  return FAMILIES.map((family) => ({
    family,
    strategies: strategies.filter((strategy) => strategy.family === family),
  })).filter((group) => group.strategies.length > 0);
}
