/**
 * Proposals that stay put. Once some are shown they are not replaced when the model learns, since
 * nothing may change under the hand that judges; the person looks again when it suits.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CounterfactualReport, LearnApi, Outcome } from '../../../../workers/api.ts';
import type { ClassId, ItemId } from '../../../domain/records.ts';
import { type Asked, createAsking } from './ask.ts';

/** Proposals asked for at a time. */
const PROPOSALS = 3;
/** An item must be looked at for so long before changes are searched: whoever labels fast is not slowed. */
const SEARCH_REST_MS = 300;

export interface Flips {
  readonly asked: ReadonlySignal<Asked<CounterfactualReport>>;
  /** The class that proposals shall reach; null = whichever is nearest. */
  readonly target: Signal<ClassId | null>;
  /** True when the model has learned something since the proposals were found. */
  readonly isOutdated: ReadonlySignal<boolean>;
  lookAgain(): void;
  dispose(): void;
}

export interface FlipsInput {
  readonly itemId: ItemId;
  readonly isOpen: () => boolean;
  /** Names what the model has learned; null = it cannot be asked yet. */
  readonly learned: ReadonlySignal<string | null>;
  readonly search: (
    query: Parameters<LearnApi['counterfactuals']>[0],
  ) => Promise<Outcome<CounterfactualReport>>;
}

export function createFlips({ itemId, isOpen, learned, search }: FlipsInput): Flips {
  const target = signal<ClassId | null>(null);
  const asking = createAsking(() => search({ itemId, target: target.peek(), count: PROPOSALS }));
  /** What the newest search was for. */
  const searched = signal<{ learned: string; target: ClassId | null } | null>(null);
  let rest = 0;
  const ask = (): void => {
    const now = learned.peek();
    if (now === null) return;
    searched.value = { learned: now, target: target.peek() };
    void asking.ask();
  };
  const isHeld = (): boolean => {
    const { value } = asking.asked.peek();
    const isSameTarget = searched.peek()?.target === target.peek();
    return isSameTarget && value !== null && (value.found.length > 0 || value.question !== null);
  };
  const stop = effect(() => {
    void target.value;
    clearTimeout(rest);
    if (learned.value === null || !isOpen()) return;
    rest = window.setTimeout(() => {
      if (!isHeld()) ask();
    }, SEARCH_REST_MS);
  });
  return {
    asked: asking.asked,
    target,
    isOutdated: computed(() => searched.value !== null && searched.value.learned !== learned.value),
    lookAgain: ask,
    dispose() {
      stop();
      clearTimeout(rest);
      asking.dispose();
    },
  };
}
