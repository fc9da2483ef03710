import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision } from './decision.ts';

export interface ChangeGuidelines {
  readonly type: 'change-guidelines';
  readonly markdown: string;
}

export function changeGuidelines(
  state: ProjectState,
  command: ChangeGuidelines,
  context: CommandContext,
): Decision {
  const { markdown } = command;
  return accept(state.project.id, context, {
    type: 'guidelines-changed',
    markdown,
  });
}
