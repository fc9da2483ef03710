import type { ClassId } from '../records.ts';
import { activeClasses, type ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface RetireClass {
  readonly type: 'retire-class';
  readonly classId: ClassId;
}

/** A retired class is no longer offered or learned; its labels stay where they are. */
export function retireClass(
  state: ProjectState,
  command: RetireClass,
  context: CommandContext,
): Decision {
  const { classId } = command;
  if (!activeClasses(state.project).some((one) => one.id === classId)) {
    return refuse(`The class ${classId} is not in use.`);
  }
  return accept(state.project.id, context, { type: 'class-retired', classId });
}
