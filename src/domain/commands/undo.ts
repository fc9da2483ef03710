import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface Undo {
  readonly type: 'undo';
}

export function undo(state: ProjectState, context: CommandContext): Decision {
  if (!state.canUndo) return refuse('There is nothing to undo.');
  return accept(state.project.id, context, {
    type: 'undone',
    target: state.canUndo,
  });
}
