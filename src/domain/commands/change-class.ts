import { keyProblem, nameProblem } from '../classes.ts';
import type { EventOf } from '../events.ts';
import type { ClassId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface ChangeClass {
  readonly type: 'change-class';
  readonly classId: ClassId;
  readonly patch: EventOf<'class-changed'>['patch'];
}

export function changeClass(
  state: ProjectState,
  command: ChangeClass,
  context: CommandContext,
): Decision {
  const { classId, patch } = command;
  const { classes, id } = state.project;
  if (!classes.some((one) => one.id === classId)) return refuse(`There is no class ${classId}.`);
  const problem =
    (patch.name === undefined ? null : nameProblem(patch.name, classes, classId)) ??
    (patch.key === undefined ? null : keyProblem(patch.key, classes, classId));
  if (problem) return refuse(problem);
  const trimmed = patch.name === undefined ? patch : { ...patch, name: patch.name.trim() };
  return accept(id, context, {
    type: 'class-changed',
    classId,
    patch: trimmed,
  });
}
