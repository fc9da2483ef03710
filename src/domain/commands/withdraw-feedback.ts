import { standingFeedback } from '../explanation/standing-feedback.ts';
import type { EventId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface WithdrawFeedback {
  readonly type: 'withdraw-feedback';
  readonly targets: readonly EventId[];
}

export function withdrawFeedback(
  state: ProjectState,
  command: WithdrawFeedback,
  context: CommandContext,
): Decision {
  const standing = new Set(standingFeedback(state).ids);
  const targets = command.targets.filter((id) => standing.has(id));
  if (targets.length === 0) return refuse('This feedback is withdrawn already.');
  return accept(state.project.id, context, { type: 'feedback-withdrawn', targets });
}
