import { queryStrategies } from '../../../src/domain/query/index.ts';
import type { QueryStrategy } from '../../../src/domain/query/strategy.ts';
import type { ProjectSettings } from '../../../src/domain/records.ts';

/** The strategy of a project; margin where its settings name one that is not known here. */
export function strategyOf({ strategy }: Pick<ProjectSettings, 'strategy'>): QueryStrategy {
  return queryStrategies[strategy as keyof typeof queryStrategies] ?? queryStrategies.margin;
}
