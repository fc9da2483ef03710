/** What is to become of each class of many items, before it is done. Pure. */
import type { ClassDefinition, ClassId } from '../../domain/records.ts';
import { strings } from './strings.ts';

export type PlanStep = 'add' | 'remove';
/** Classes that are not in it stay as they are. */
export type ClassPlan = ReadonlyMap<ClassId, PlanStep>;

export const NO_PLAN: ClassPlan = new Map();

/** As it is, added, taken away, as it is. */
export function stepped(plan: ClassPlan, id: ClassId): ClassPlan {
  const next = new Map(plan);
  const now = plan.get(id);
  if (now === 'remove') next.delete(id);
  else next.set(id, now === 'add' ? 'remove' : 'add');
  return next;
}

export function classesTo(plan: ClassPlan, step: PlanStep): readonly ClassId[] {
  return [...plan].flatMap(([id, own]) => (own === step ? [id] : []));
}

/** "add apple and pear, take away plum"; '' where nothing is planned. */
export function sayPlan(plan: ClassPlan, classes: readonly ClassDefinition[]): string {
  const named = (step: PlanStep): readonly string[] =>
    classes.filter(({ id }) => plan.get(id) === step).map(({ name }) => name);
  const list = new Intl.ListFormat('en', { type: 'conjunction' });
  const parts = (['add', 'remove'] as const).flatMap((step) => {
    const names = named(step);
    return names.length === 0 ? [] : [strings.plan[step](list.format(names))];
  });
  return parts.join(', ');
}
