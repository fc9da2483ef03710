import type { Signal } from '@preact/signals';
import { Dialog } from '../ui/Dialog.tsx';
import type { Shell } from './context.ts';
import { RoomLink } from './RoomLink.tsx';
import { roomsFor } from './rooms-for.ts';
import { strings } from './strings.ts';

/** All rooms at once, where the bar has no place for them. */
export function RoomSheet({
  shell,
  open,
}: {
  readonly shell: Shell;
  readonly open: Signal<boolean>;
}) {
  const close = (): void => {
    open.value = false;
  };
  return (
    <Dialog open={open.value} title={strings.navigation} onClose={close}>
      <ul class="room-sheet">
        {roomsFor(shell).map((room) => (
          <li key={room.id}>
            <RoomLink room={room} shell={shell} onFollow={close} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
