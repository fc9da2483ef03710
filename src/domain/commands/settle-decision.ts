import type { StandingDecision } from '../fold/trust-ledger.ts';
import type { ClassId, ItemId, QuestionRecord } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { INCOMING } from '../trust/decisions.ts';
import { type AnswerItem, answerItem, questionOf } from './answer-item.ts';
import type { ItemDecisionCommand } from './decide-item.ts';
import { asOneAct, type CommandContext, type Decision, refuse } from './decision.ts';
import { linkBody } from './link-body.ts';

export interface SettleDecision extends ItemDecisionCommand {
  readonly type: 'settle-decision';
  readonly itemId: ItemId;
  readonly classes: readonly ClassId[];
  /** Why the model was wrong, chosen or free; '' where nothing need be said. */
  readonly reason: string;
  readonly isBlind: boolean;
}

/** A person's answer to an incoming item: kept in the decision log, and learned like any other. */
export function settleDecision(
  state: ProjectState,
  command: SettleDecision,
  context: CommandContext,
): Decision {
  const { itemId, reason, isBlind } = command;
  const classes = [...new Set(command.classes)];
  const decision = state.decisions.get(itemId);
  if (!decision) return refuse('The model has decided nothing about this item.');
  const { type: _, reason: __, isBlind: ___, ...rest } = command;
  const question = questionOf(state, command) ?? asIncoming(decision);
  const answer = { ...rest, question };
  const answered = answerItem(state, { ...answer, type: 'answer-item' } as AnswerItem, context);
  if (!answered.ok) return answered;
  const body = {
    type: 'decision-settled' as const,
    itemId,
    routed: decision.event.id,
    classes,
    reason: reason.trim(),
    isBlind,
  };
  const linked = linkBody(state, body, context);
  const { newId, now: at, by, device } = context;
  const settled = { ...linked, id: newId(), projectId: state.project.id, at, by, device };
  return { ok: true, events: asOneAct([...answered.events, settled]) };
}

/** How the item came up: neither a strategy asked nor a person picked it, it came in. */
function asIncoming({ event }: StandingDecision): QuestionRecord {
  const { model, checkpoint } = event.basis;
  const poolSize = event.items.length;
  return {
    strategy: INCOMING,
    model,
    checkpoint,
    score: null,
    probability: 1,
    audit: false,
    poolSize,
  };
}
