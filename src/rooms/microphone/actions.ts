/** Every act of the room as a record: buttons, palette, shortcut sheet and keys share them. */
import type { ClassDefinition } from '../../domain/records.ts';
import type { RoomAction } from '../room.ts';
import type { Desk } from './desk.ts';
import { strings } from './strings.ts';

const KEEP_KEY = 'r';

/** A class that has the key keeps it. */
export function keepKey(classes: readonly ClassDefinition[]): string {
  const isTaken = classes.some(({ key }) => key === KEEP_KEY);
  return isTaken ? 'Shift+R' : KEEP_KEY;
}

/** `classes`: those that keep and label in one press. */
export function microphoneActions(
  desk: Desk,
  classes: readonly ClassDefinition[],
): readonly RoomAction[] {
  const needsSound = (): string | null =>
    desk.take.value || desk.microphone.heard.value > 0 ? null : strings.nothingHeard;
  return [
    {
      id: 'microphone.keep',
      label: strings.keep,
      shortcut: keepKey(classes),
      run: () => desk.keep(null),
      unavailable: needsSound,
    },
    ...classes.map((definition) => ({
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
