import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';
import { pressOnTop } from './press.ts';

export interface Undo {
  readonly type: 'undo';
}

/** Takes back the newest act, with all that the same press decided. */
export function undo(state: ProjectState, context: CommandContext): Decision {
  const targets = pressOnTop(state, state.ledger.stacks.done);
  if (targets.length === 0) return refuse('There is nothing to undo.');
  return accept(
    state.project.id,
    context,
    ...targets.map((target) => ({ type: 'undone' as const, target })),
  );
}
