/** Silent repeats: which items came up a second time, and which may. */
import { DEFAULT_REPEAT_SHARE } from './default-settings.ts';
import { type DecisionEvent, isDecision, isRepeat } from './fold/ledger.ts';
import type { EventId, ItemId, ProjectSettings, QuestionRecord } from './records.ts';
import type { ProjectState } from './state.ts';

/** So many decisions lie at least between an answer and its repeat: it is not to be remembered. */
export const REPEAT_DISTANCE = 20;

export function repeatShareOf(settings: Pick<ProjectSettings, 'repeatShare'>): number {
  return settings.repeatShare ?? DEFAULT_REPEAT_SHARE;
}

/** True when the item came up a second time and that decision stands: once is enough. */
export function isRepeated({ ledger }: ProjectState, itemId: ItemId): boolean {
  return (ledger.repeats.get(itemId) ?? []).some(({ id }) => !ledger.fallen.has(id));
}

/** True when the item has a standing answer and was not repeated yet. */
export function isRepeatable(state: ProjectState, itemId: ItemId): boolean {
  return state.labels.get(itemId)?.kind === 'answered' && !isRepeated(state, itemId);
}

/** Everything ever decided on one item, repeats among them, in id order, fallen ones included. */
export function decisionsOn({ ledger }: ProjectState, itemId: ItemId): readonly DecisionEvent[] {
  const own = ledger.decisions.get(itemId) ?? [];
  const repeats = ledger.repeats.get(itemId);
  return repeats ? [...own, ...repeats].sort((a, b) => (a.id < b.id ? -1 : 1)) : own;
}

/** How the repeat that this decision answered was asked; null for any other event. */
export function repeatRecord({ ledger }: ProjectState, eventId: EventId): QuestionRecord | null {
  const event = ledger.byId.get(eventId);
  return event && isDecision(event) && isRepeat(event) ? event.question : null;
}
