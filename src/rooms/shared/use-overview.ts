import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ProjectSession } from '../../engine/api.ts';

/** What the project's items are like, once the learner has read them; null before. */
export function useOverview(session: ProjectSession): unknown {
  const overview = useSignal<unknown>(null);
  // Asked anew when items came, not after every answer.
  const read = useComputed(() => {
    const { phase } = session.learner.value;
    return phase === 'ready' ? session.itemCount.value : null;
  }).value;
  useEffect(() => {
    let isCurrent = true;
    if (read !== null)
      void session.learnerClient.overview().then((outcome) => {
        if (isCurrent && outcome.ok) overview.value = outcome.value;
      });
    return () => {
      isCurrent = false;
    };
  }, [session, read]);
  return overview.value;
}
