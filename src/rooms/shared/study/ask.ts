/** A question to the learner whose newest answer counts. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Outcome } from '../../../../workers/api.ts';
import { settle } from '../settle.ts';

export interface Asked<T> {
  /** The newest answer, kept while a newer one is on its way. */
  readonly value: T | null;
  /** Why there is none, in plain words. */
  readonly problem: string | null;
  readonly isWaiting: boolean;
}

export interface Asking<T> {
  readonly asked: ReadonlySignal<Asked<T>>;
  ask(): Promise<void>;
  /** What is still on its way is not taken any more. */
  dispose(): void;
}

export function createAsking<T>(read: () => Promise<Outcome<T>>): Asking<T> {
  const asked = signal<Asked<T>>({ value: null, problem: null, isWaiting: true });
  let newest = 0;
  return {
    asked,
    async ask() {
      newest += 1;
      const mine = newest;
      asked.value = { ...asked.peek(), isWaiting: true };
      const outcome = await settle(read());
      if (mine !== newest) return;
      asked.value = outcome.ok
        ? { value: outcome.value, problem: null, isWaiting: false }
        : { value: null, problem: outcome.error.message, isWaiting: false };
    },
    dispose() {
      newest += 1;
    },
  };
}
