import { type RelabellingCause, relabellingProgress } from '../oversight/relabelling.ts';
import type { ItemId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { isOpenSpotCheck } from '../trust/incoming.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface OpenRelabelling {
  readonly type: 'open-relabelling';
  readonly cause: RelabellingCause;
  readonly itemIds: readonly ItemId[];
}

export interface EndRelabelling {
  readonly type: 'end-relabelling';
}

/** Takes the place of a round that is going on. Open spot checks stay where they are asked blind. */
export function openRelabelling(
  state: ProjectState,
  { cause, itemIds }: OpenRelabelling,
  context: CommandContext,
): Decision {
  const open = [...new Set(itemIds)].filter((id) => {
    const decision = state.decisions.get(id);
    return !state.labels.has(id) && !(decision && isOpenSpotCheck(state, decision));
  });
  if (open.length === 0) return refuse('All of these items are decided already.');
  return accept(state.project.id, context, { type: 'relabelling-opened', cause, itemIds: open });
}

/** What was answered stays; the other questions come again. */
export function endRelabelling(
  state: ProjectState,
  _: EndRelabelling,
  context: CommandContext,
): Decision {
  const { relabelling } = state;
  if (!relabelling || relabellingProgress(state)?.left.length === 0)
    return refuse('No items are being asked about out of turn.');
  return accept(state.project.id, context, {
    type: 'relabelling-ended',
    opened: relabelling.opened.id,
  });
}
