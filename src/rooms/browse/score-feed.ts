/** The model's answers, fetched when there are new ones: no question waits for the learner. */
import { effect } from '@preact/signals';
import type { BrowseQuestion } from '../../../workers/api.ts';
import type { ProjectSession } from '../../engine/api.ts';

export interface ScoreFeed {
  /** What the worker does not know yet; taken once. */
  take(): BrowseQuestion['scores'];
  dispose(): void;
}

/** `onNew` hears of new answers, and of how many labels the model has learned (0 = none). */
export function createScoreFeed(
  session: ProjectSession,
  onNew: (trainedOn: number) => void,
): ScoreFeed {
  // At first what was written down: it is there before the learner is.
  let waiting: BrowseQuestion['scores'] = 'stored';
  let isFetching = false;
  let isDisposed = false;
  let known: string | null = null;
  const keyNow = (): string => {
    const { phase, learnedUpTo } = session.learner.peek();
    return `${phase} ${learnedUpTo}`;
  };
  const fetch = async (): Promise<void> => {
    if (isFetching || keyNow() === known) return;
    const { phase, trainedOn } = session.learner.peek();
    known = keyNow();
    if (phase === 'following') {
      waiting = 'stored';
      onNew(trainedOn);
    }
    if (phase !== 'ready') return;
    isFetching = true;
    const outcome = await session.learnerClient.browseScores();
    isFetching = false;
    if (isDisposed) return;
    if (outcome.ok) {
      waiting = outcome.value;
      onNew(outcome.value?.trainedOn ?? 0);
    }
    await fetch(); // The model may have learned on meanwhile.
  };
  const stop = effect(() => {
    void [session.learner.value.phase, session.learner.value.learnedUpTo];
    void fetch();
  });
  return {
    take() {
      const taken = waiting;
      waiting = 'same';
      return taken;
    },
    dispose() {
      isDisposed = true;
      stop();
    },
  };
}
