import { useEffect } from 'preact/hooks';
import type { ProjectId } from '../../domain/records.ts';
import type { Services } from '../../engine/services.ts';
import type { ProjectRow } from '../../storage/api.ts';
import { useLoaded } from '../shared/use-loaded.ts';

/** The stored row of this project, read again when it changes; null while it is read. */
export function useSummary({ storage }: Services, id: ProjectId): ProjectRow | null {
  const { loaded, reload } = useLoaded(() => storage.projects.get(id), [storage, id]);
  useEffect(
    () =>
      storage.subscribe((change) => {
        if (change.kind === 'project' && change.projectId === id) reload();
      }),
    [storage, id, reload],
  );
  return loaded.status === 'ready' ? (loaded.value ?? null) : null;
}
