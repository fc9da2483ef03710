import { keyProblem, nameProblem } from '../classes.ts';
import type { ClassDefinition } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface AddClass {
  readonly type: 'add-class';
  readonly definition: ClassDefinition;
}

export function addClass(
  state: ProjectState,
  command: AddClass,
  context: CommandContext,
): Decision {
  const { definition } = command;
  const { classes } = state.project;
  const problem = nameProblem(definition.name, classes) ?? keyProblem(definition.key, classes);
  if (problem) return refuse(problem);
  return accept(state.project.id, context, { type: 'class-added', definition });
}
