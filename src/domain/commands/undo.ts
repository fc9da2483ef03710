import type { ProjectState } from '../state.ts';
import { type CommandContext, type Decision, refuse } from './decision.ts';
import { flip } from './flip.ts';

export interface Undo {
  readonly type: 'undo';
}

export function undo(state: ProjectState, context: CommandContext): Decision {
  if (!state.canUndo) return refuse('There is nothing to undo.');
  return flip(state, context, { type: 'undone', target: state.canUndo });
}
