/** Loads the view of a room when it is first visited. */
import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Room, RoomProps } from '../rooms/room.ts';

export type LoadedRoom =
  | { readonly status: 'loading' }
  | { readonly status: 'failed' }
  | { readonly status: 'ready'; readonly View: ComponentType<RoomProps> };

interface Settled {
  readonly room: Room;
  readonly loaded: LoadedRoom;
}

/** The latest room wins: what another one became is never shown in its place. */
export function useRoom(room: Room): {
  readonly loaded: LoadedRoom;
  readonly retry: () => void;
} {
  const settled = useSignal<Settled | null>(null);
  const latest = useRef(room);
  latest.current = room;
  const settle = (loaded: LoadedRoom): void => {
    if (latest.current === room) settled.value = { room, loaded };
  };
  const load = (): void => {
    settle({ status: 'loading' });
    room.load().then(
      ({ default: View }) => settle({ status: 'ready', View }),
      () => settle({ status: 'failed' }),
    );
  };
  useEffect(load, [room]);
  const now = settled.value;
  return { loaded: now?.room === room ? now.loaded : { status: 'loading' }, retry: load };
}
