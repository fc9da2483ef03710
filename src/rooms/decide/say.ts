/** Answers and grounds in words. Pure. */
import type { ClassId, Project } from '../../domain/records.ts';
import type { RouteReason } from '../../domain/trust/decisions.ts';
import { DEFAULT_ROUTING } from '../../domain/trust/settings.ts';
import { strings } from './strings.ts';

export function sayClasses(project: Project, classes: readonly ClassId[]): string {
  if (classes.length === 0) return strings.lists.nothing;
  const names = new Map<string, string>(project.classes.map(({ id, name }) => [id, name]));
  return classes.map((id) => names.get(id) ?? '?').join(', ');
}

export function sayReason(project: Project, reason: RouteReason): string {
  const { rules } = project.settings.routing ?? DEFAULT_ROUTING;
  return strings.reason(
    reason,
    (id) => sayClasses(project, [id as ClassId]),
    (ruleId) => rules.find(({ id }) => id === ruleId)?.value ?? strings.ruleGone,
  );
}
