/** What can be done right now: rooms offer their acts here; keys, palette and `?` read them. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { RoomAction } from '../rooms/room.ts';

export interface ActionRegistry {
  readonly actions: ReadonlySignal<readonly RoomAction[]>;
  offer(actions: readonly RoomAction[]): () => void;
}

export function createActionRegistry(): ActionRegistry {
  const groups = signal<readonly (readonly RoomAction[])[]>([]);
  const actions = signal<readonly RoomAction[]>([]);
  const refresh = (): void => {
    actions.value = groups.value.flat();
  };
  return {
    actions,
    offer(offered) {
      groups.value = [...groups.value, offered];
      refresh();
      return () => {
        groups.value = groups.value.filter((group) => group !== offered);
        refresh();
      };
    },
  };
}
