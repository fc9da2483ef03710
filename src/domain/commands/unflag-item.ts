import type { ItemId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export interface UnflagItem {
  readonly type: 'unflag-item';
  readonly itemId: ItemId;
}

export function unflagItem(
  state: ProjectState,
  { itemId }: UnflagItem,
  context: CommandContext,
): Decision {
  if (!state.flags.has(itemId)) return refuse('This item is not flagged.');
  return accept(state.project.id, context, { type: 'unflagged', itemId });
}
