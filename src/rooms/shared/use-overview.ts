import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ProjectSession } from '../../engine/api.ts';

/** What the project's items are like, once the learner has read them; null before. */
export function useOverview(session: ProjectSession): unknown {
  const overview = useSignal<unknown>(null);
  const { phase, poolSize, trainedOn } = session.learner.value;
  const items = poolSize + trainedOn;
  const isReady = phase === 'ready';
  useEffect(() => {
    let isCurrent = true;
    if (isReady)
      void session.learnerClient.overview().then((outcome) => {
        if (isCurrent && outcome.ok) overview.value = outcome.value;
      });
    return () => {
      isCurrent = false;
    };
  }, [session, isReady, items]);
  return overview.value;
}
