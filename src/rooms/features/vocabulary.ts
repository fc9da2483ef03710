/** The state of the list: what is asked for and what came back; the latest request wins. */
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { FeatureList, FeatureRow, FeatureSort } from '../../../workers/api.ts';
import type { ClassId } from '../../domain/records.ts';
import type { ProjectSession } from '../../engine/api.ts';

export const PAGE = 100;
const TYPING_REST_MS = 120;

export interface Asked {
  readonly search: string;
  readonly sort: FeatureSort;
  readonly classId: ClassId | null;
  readonly isSaidOnly: boolean;
}

export interface Vocabulary {
  readonly asked: Signal<Asked>;
  readonly list: ReadonlySignal<FeatureList | null>;
  readonly problem: ReadonlySignal<string | null>;
  /** Asks again, as after a failure. */
  reload(): void;
  more(): void;
  dispose(): void;
}

export function createVocabulary(session: ProjectSession, first: Asked): Vocabulary {
  const asked = signal(first);
  const list = signal<FeatureList | null>(null);
  const problem = signal<string | null>(null);
  let generation = 0;
  let limit = PAGE;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async (): Promise<void> => {
    const own = ++generation;
    const query = { ...asked.peek(), offset: 0, limit };
    const outcome = await session.learnerClient.features(query);
    if (own !== generation) return;
    problem.value = outcome.ok ? null : outcome.error.message;
    if (outcome.ok) list.value = outcome.value;
  };
  const askSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), TYPING_REST_MS);
  };
  const stop = effect(() => {
    // What was asked, or what the model has learned, is another: the page begins anew.
    void asked.value;
    const { learnedUpTo, phase } = session.learner.value;
    if (phase !== 'ready' || learnedUpTo === null) return;
    askSoon();
  });
  return {
    asked,
    list,
    problem,
    reload: askSoon,
    more() {
      limit += PAGE;
      void ask();
    },
    dispose() {
      generation += 1;
      clearTimeout(timer);
      stop();
    },
  };
}

/** The row's weight towards a class, or the one of greatest size with its class. */
export function weightOf(
  { weights }: Pick<FeatureRow, 'weights'>,
  classIds: readonly ClassId[],
  classId: ClassId | null,
): { readonly classId: ClassId; readonly value: number } | null {
  if (!weights) return null;
  const at =
    classId === null
      ? weights.reduce((best, value, c) => (value > (weights[best] ?? 0) ? c : best), 0)
      : classIds.indexOf(classId);
  const own = classIds[at];
  return own === undefined ? null : { classId: own, value: weights[at] ?? 0 };
}
