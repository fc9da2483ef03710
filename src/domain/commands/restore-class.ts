import { keyProblem } from '../classes.ts';
import type { EventBody } from '../events.ts';
import type { ClassId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface RestoreClass {
  readonly type: 'restore-class';
  readonly classId: ClassId;
}

/** Brings a retired class back; when its key was taken meanwhile it comes back without one. */
export function restoreClass(
  state: ProjectState,
  command: RestoreClass,
  context: CommandContext,
): Decision {
  const { classId } = command;
  const { classes, id } = state.project;
  const retired = classes.find((one) => one.id === classId && one.retired);
  if (!retired) return refuse(`The class ${classId} is not retired.`);
  const bodies: EventBody[] = [{ type: 'class-restored', classId }];
  if (keyProblem(retired.key, classes, classId)) {
    bodies.push({ type: 'class-changed', classId, patch: { key: '' } });
  }
  return accept(id, context, ...bodies);
}
