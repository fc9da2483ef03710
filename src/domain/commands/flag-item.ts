import type { ItemId } from '../records.ts';
import type { ProjectState } from '../state.ts';
import { accept, type CommandContext, type Decision, refuse } from './decision.ts';

export const MAX_NOTE_CHARACTERS = 2_000;

export interface FlagItem {
  readonly type: 'flag-item';
  readonly itemId: ItemId;
  /** May be empty: a flag alone is a message too. */
  readonly note: string;
}

export function flagItem(
  state: ProjectState,
  command: FlagItem,
  context: CommandContext,
): Decision {
  const note = command.note.trim();
  if (note.length > MAX_NOTE_CHARACTERS) {
    return refuse(`A note may have at most ${MAX_NOTE_CHARACTERS} characters, not ${note.length}.`);
  }
  return accept(state.project.id, context, {
    type: 'flagged',
    itemId: command.itemId,
    note,
  });
}
