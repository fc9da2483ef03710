import type { ProjectState } from '../state.ts';
import { type CommandContext, type Decision, refuse } from './decision.ts';
import { flip } from './flip.ts';

export interface Redo {
  readonly type: 'redo';
}

export function redo(state: ProjectState, context: CommandContext): Decision {
  if (!state.canRedo) return refuse('There is nothing to redo.');
  return flip(state, context, { type: 'redone', target: state.canRedo });
}
