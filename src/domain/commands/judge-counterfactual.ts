import type { Judgement } from '../explanation/gestures.ts';
import type { ProjectState } from '../state.ts';
import { cappedDuration } from './decide-item.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface JudgeCounterfactual extends Judgement {
  readonly type: 'judge-counterfactual';
}

export function judgeCounterfactual(
  state: ProjectState,
  { type: _, ...judgement }: JudgeCounterfactual,
  context: CommandContext,
): Decision {
  if (judgement.changes.length === 0) return refuse('There is no change to judge.');
  const durationMs = cappedDuration(judgement.durationMs);
  return accept(state.project.id, context, {
    type: 'counterfactual-judged',
    ...judgement,
    durationMs,
  });
}
