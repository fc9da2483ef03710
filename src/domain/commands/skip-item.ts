import type { ProjectState } from '../state.ts';
import { decisionFields, type ItemDecisionCommand } from './decide-item.ts';
import { accept, type CommandContext, type Decision } from './decision.ts';

export interface SkipItem extends ItemDecisionCommand {
  readonly type: 'skip-item';
}

export function skipItem(
  state: ProjectState,
  command: SkipItem,
  context: CommandContext,
): Decision {
  return accept(state.project.id, context, {
    type: 'skipped',
    ...decisionFields(command),
  });
}
