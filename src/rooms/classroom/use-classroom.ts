import { useEffect, useMemo } from 'preact/hooks';
import type { ClassroomClient } from '../../engine/classroom.ts';
import type { Services } from '../../engine/services.ts';

/** The room's worker, for as long as the room is open. */
export function useClassroom({ openClassroom }: Services): ClassroomClient {
  const client = useMemo(() => openClassroom(), [openClassroom]);
  useEffect(() => () => client.dispose(), [client]);
  return client;
}
