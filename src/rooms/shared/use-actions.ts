import { useEffect } from 'preact/hooks';
import type { Services } from '../../engine/services.ts';
import type { RoomAction } from '../room.ts';

/** Offers a room's actions to the palette and the shortcut sheet while the room is open. */
export function useActions(
  { offerActions }: Services,
  make: () => readonly RoomAction[],
  inputs: readonly unknown[],
): void {
  // The caller names what the actions depend on, exactly as with useEffect.
  useEffect(() => offerActions(make()), inputs);
}
