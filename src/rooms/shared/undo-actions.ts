/** Undo and redo as acts of a room that shows many items: the newest act of the project, whole. */
import { eventsUndoneBy } from '../../domain/state.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { Services } from '../../engine/services.ts';
import type { RoomAction } from '../room.ts';
import { strings } from './strings.ts';

export interface UndoActionsInput {
  readonly services: Services;
  readonly session: ProjectSession;
  /** The room: its acts begin with it. */
  readonly room: string;
}

export function undoActions({ services, session, room }: UndoActionsInput): readonly RoomAction[] {
  const { state } = session;
  const flip = async (type: 'undo' | 'redo'): Promise<void> => {
    const { canUndo, canRedo } = state.value;
    const act = type === 'undo' ? canUndo : canRedo;
    if (!act) return;
    const outcome = await session.run({ type });
    if (!outcome.ok) return services.notify({ tone: 'bad', text: outcome.error.message });
    const count = eventsUndoneBy(state.value, act).length;
    services.notify({ tone: 'plain', text: strings.flipped[type](count) });
  };
  const undo = {
    label: strings.undo,
    run: () => flip('undo'),
    unavailable: () => (state.value.canUndo ? null : strings.nothingToUndo),
  };
  const redo = {
    label: strings.redo,
    run: () => flip('redo'),
    unavailable: () => (state.value.canRedo ? null : strings.nothingToRedo),
  };
  return [
    { id: `${room}.undo`, shortcut: 'u', ...undo },
    { id: `${room}.undo-too`, shortcut: '$mod+z', ...undo },
    { id: `${room}.redo`, shortcut: 'Shift+U', ...redo },
    { id: `${room}.redo-too`, shortcut: '$mod+Shift+z', ...redo },
  ];
}
