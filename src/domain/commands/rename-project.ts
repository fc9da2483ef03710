import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface RenameProject {
  readonly type: 'rename-project';
  readonly name: string;
}

export function renameProject(
  state: ProjectState,
  command: RenameProject,
  context: CommandContext,
): Decision {
  const name = command.name.trim();
  if (name === '') return refuse('A project needs a name.');
  return accept(state.project.id, context, { type: 'project-renamed', name });
}
