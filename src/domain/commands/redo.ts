import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface Redo {
  readonly type: 'redo';
}

export function redo(state: ProjectState, context: CommandContext): Decision {
  if (!state.canRedo) return refuse('There is nothing to redo.');
  return accept(state.project.id, context, {
    type: 'redone',
    target: state.canRedo,
  });
}
