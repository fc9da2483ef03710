/** Answers and grounds in words. Pure. */
import type { ClassId, Project } from '../../domain/records.ts';
import type { RouteReason } from '../../domain/trust/decisions.ts';
import type { GroupThreshold } from '../../domain/trust/group-thresholds.ts';
import { DEFAULT_ROUTING } from '../../domain/trust/settings.ts';
import { percent } from '../../ui/percent.ts';
import { strings } from './strings.ts';

export function sayClasses(project: Project, classes: readonly ClassId[]): string {
  if (classes.length === 0) return strings.lists.nothing;
  const names = new Map<string, string>(project.classes.map(({ id, name }) => [id, name]));
  return classes.map((id) => names.get(id) ?? '?').join(', ');
}

/** `groups`: thresholds of groups that were in force; absent = those of now. */
export function sayReason(
  project: Project,
  reason: RouteReason,
  groups: readonly GroupThreshold[] = project.settings.routing?.groups ?? [],
): string {
  const { rules } = project.settings.routing ?? DEFAULT_ROUTING;
  const group = 'groupId' in reason && groups.find(({ id }) => id === reason.groupId);
  const named = group ? strings.groupOf(group.field, group.value, percent(group.least)) : '';
  if (reason.kind === 'confident' && named) return strings.sureForGroup(named);
  if (reason.kind === 'group') return strings.unsureForGroup(named || strings.ruleGone);
  return strings.reason(
    reason,
    (id) => sayClasses(project, [id as ClassId]),
    (ruleId) => rules.find(({ id }) => id === ruleId)?.value ?? strings.ruleGone,
  );
}
