import type { ProjectState } from '../state.ts';
import { decisionFields, type ItemDecisionCommand } from './decide-item.ts';
import { accept, type CommandContext, type Decision } from './decision.ts';

export interface MarkUnsure extends ItemDecisionCommand {
  readonly type: 'mark-unsure';
}

export function markUnsure(
  state: ProjectState,
  command: MarkUnsure,
  context: CommandContext,
): Decision {
  return accept(state.project.id, context, {
    type: 'marked-unsure',
    ...decisionFields(command),
  });
}
