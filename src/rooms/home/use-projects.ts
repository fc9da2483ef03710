import { useEffect } from 'preact/hooks';
import type { Services } from '../../engine/services.ts';
import type { ProjectRow } from '../../storage/api.ts';
import { type LoadedHandle, useLoaded } from '../shared/use-loaded.ts';
import { byLastOpened } from './order.ts';

/** Bursts of changes (an import, a merge) re-read the list once. */
const SETTLE_MS = 200;

/** The gallery, re-read when any tab changes a project. */
export function useProjects(services: Services): LoadedHandle<readonly ProjectRow[]> {
  const handle = useLoaded(
    async () => byLastOpened(await services.storage.projects.list()),
    [services],
  );
  const { reload } = handle;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = services.storage.subscribe((change) => {
      if (change.kind !== 'project' && change.kind !== 'items') return;
      clearTimeout(timer);
      timer = setTimeout(reload, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [services, reload]);
  return handle;
}
