import { useEffect, useMemo } from 'preact/hooks';
import type { ClassroomClient } from '../../../engine/classroom.ts';
import type { Scene } from '../scene/scene.ts';
import { createRaceShow, type RaceShow } from './race-show.ts';

/** A race for as long as its page is open; `key` names the scene that the address asks for. */
export function useRace(client: ClassroomClient, wanted: () => Scene, key: unknown): RaceShow {
  const show = useMemo(() => createRaceShow(client, wanted()), [client]);
  useEffect(() => show.set(wanted()), [show, key]);
  useEffect(() => () => show.dispose(), [show]);
  return show;
}
