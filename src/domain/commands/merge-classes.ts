import type { ClassId } from '../records.ts';
import { activeClasses, type ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface MergeClasses {
  readonly type: 'merge-classes';
  readonly from: ClassId;
  readonly into: ClassId;
}

/** Labels of `from` count as labels of `into` from now on; undo splits them again. */
export function mergeClasses(
  state: ProjectState,
  command: MergeClasses,
  context: CommandContext,
): Decision {
  const { from, into } = command;
  if (from === into) return refuse('A class cannot be merged into itself.');
  const active = activeClasses(state.project);
  for (const id of [from, into]) {
    if (!active.some((one) => one.id === id)) {
      return refuse(`The class ${id} is not in use; only classes in use can be merged.`);
    }
  }
  return accept(state.project.id, context, {
    type: 'class-merged',
    from,
    into,
  });
}
