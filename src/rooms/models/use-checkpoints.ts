import { useEffect } from 'preact/hooks';
import type { Checkpoint } from '../../domain/records.ts';
import { type LoadedHandle, useLoaded } from '../shared/use-loaded.ts';
import { listCheckpoints } from './checkpoint-list.ts';
import type { ModelsProps } from './props.ts';

/** The kept versions, read again when one is added, renamed or removed in any tab. */
export function useCheckpoints({
  services,
  session,
}: ModelsProps): LoadedHandle<readonly Checkpoint[]> {
  const { storage } = services;
  const { loaded, reload } = useLoaded(
    () => storage.checkpoints.list(session.id),
    [storage, session],
  );
  useEffect(
    () =>
      storage.subscribe((change) => {
        if (change.kind === 'checkpoints' && change.projectId === session.id) reload();
      }),
    [storage, session, reload],
  );
  if (loaded.status !== 'ready') return { loaded, reload };
  const value = listCheckpoints(loaded.value, session.state.value);
  return { loaded: { status: 'ready', value }, reload };
}
