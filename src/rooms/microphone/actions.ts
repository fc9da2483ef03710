/** Every act of the room as a record: buttons, palette, shortcut sheet and keys share them. */
import { activeClasses } from '../../domain/state.ts';
import type { ProjectSession } from '../../engine/api.ts';
import type { RoomAction } from '../room.ts';
import type { Desk } from './desk.ts';
import { strings } from './strings.ts';

const KEEP_KEY = 'r';

/** A class that has the key keeps it. */
export function keepKey(session: ProjectSession): string {
  const isTaken = activeClasses(session.project.value).some(({ key }) => key === KEEP_KEY);
  return isTaken ? 'Shift+R' : KEEP_KEY;
}

export function microphoneActions(session: ProjectSession, desk: Desk): readonly RoomAction[] {
  const needsSound = (): string | null =>
    desk.take.value || desk.microphone.heard.value > 0 ? null : strings.nothingHeard;
  return [
    {
      id: 'microphone.keep',
      label: strings.keep,
      shortcut: keepKey(session),
      run: () => desk.keep(null),
      unavailable: needsSound,
    },
    ...activeClasses(session.project.value).map((definition) => ({
      id: `microphone.keep.${definition.id}`,
      label: strings.keepAs(definition.name),
      shortcut: definition.key,
      run: () => desk.keep(definition.id),
      unavailable: needsSound,
    })),
    {
      id: 'microphone.let-go',
      label: strings.letGo,
      shortcut: 'Escape',
      run: desk.letGo,
      unavailable: () => (desk.take.value ? null : strings.notOpen),
    },
  ];
}
