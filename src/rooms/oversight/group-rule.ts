/** A routing rule by which a person decides for one group. Pure. */
import type { FairnessReport } from '../../../workers/api.ts';
import type { RoutingRule } from '../../domain/trust/settings.ts';

/** Groups that one value names: not the rest, not the empty ones, and not thirds of numbers. */
export function ruleGroups({ groups, isCut }: FairnessReport): readonly string[] {
  if (isCut) return [];
  return groups.map(({ group }) => group).filter((group) => !/^\((empty|others)\)$/.test(group));
}

export function ruleFor(field: string, group: string, id: string): RoutingRule {
  return { id, field, test: 'equals', value: group, route: 'review' };
}
