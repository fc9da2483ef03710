import type { ProjectState } from '../state.ts';
import { type DelegationLevel, LEVELS, type LevelChanged } from '../trust/decisions.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';
import { linkBody } from './link-body.ts';

export interface ChangeLevel {
  readonly type: 'change-level';
  readonly to: DelegationLevel;
  readonly cause: LevelChanged['cause'];
  /** What speaks for it, in the words that the person saw. */
  readonly evidence: string;
}

/** Up only by a person and with evidence, down by anyone. */
export function changeLevel(
  state: ProjectState,
  { to, cause, evidence }: ChangeLevel,
  context: CommandContext,
): Decision {
  const from = state.level;
  if (to === from) return refuse('The model works at this level already.');
  const isUp = LEVELS.indexOf(to) > LEVELS.indexOf(from);
  if (isUp && cause !== 'person') return refuse('Only a person may let the model go further.');
  if (isUp && evidence.trim() === '')
    return refuse('There is no evidence yet that the model may go further.');
  const body = { type: 'level-changed' as const, from, to, cause, evidence };
  return accept(state.project.id, context, linkBody(state, body, context));
}
