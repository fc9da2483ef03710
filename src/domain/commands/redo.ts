import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';
import { pressOnTop } from './press.ts';

export interface Redo {
  readonly type: 'redo';
}

export function redo(state: ProjectState, context: CommandContext): Decision {
  const targets = pressOnTop(state, state.ledger.stacks.undone);
  if (targets.length === 0) return refuse('There is nothing to redo.');
  return accept(
    state.project.id,
    context,
    ...targets.map((target) => ({ type: 'redone' as const, target })),
  );
}
