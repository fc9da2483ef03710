/**
 * Appends events in order, one transaction at a time, and never gives one up: when the disk
 * refuses, the events stay in memory, the reason is shown, and the append is tried again. The
 * returned promise settles when the events are durable, so nothing is acknowledged before.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { HoneEvent } from '../domain/events.ts';
import type { ActPart, EventStore } from '../storage/api.ts';

export const RETRY_DELAY_MS = 2_000;

export interface SaveQueue {
  readonly unsaved: ReadonlySignal<number>;
  readonly problem: ReadonlySignal<string | null>;
  save(events: readonly HoneEvent[], part?: ActPart): Promise<void>;
  /** Tries at once what is waiting (the tab came back, the person freed space). */
  retryNow(): void;
  /** Events not yet durable, for an emergency backup. */
  held(): readonly HoneEvent[];
}

interface Held {
  readonly events: readonly HoneEvent[];
  readonly part: ActPart;
  readonly durable: () => void;
}

export function createSaveQueue(store: Pick<EventStore, 'append'>): SaveQueue {
  const unsaved = signal(0);
  const problem = signal<string | null>(null);
  const waiting: Held[] = [];
  let isRunning = false;
  let wake: (() => void) | null = null;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, RETRY_DELAY_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const drain = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    for (let next = waiting[0]; next; next = waiting[0]) {
      try {
        await store.append(next.events, next.part);
      } catch (error) {
        problem.value = error instanceof Error ? error.message : String(error);
        await pause();
        continue;
      }
      waiting.shift();
      unsaved.value -= next.events.length;
      problem.value = null;
      next.durable();
    }
    isRunning = false;
  };

  return {
    unsaved,
    problem,
    save: (events, part = 'whole') =>
      new Promise((durable) => {
        waiting.push({ events, part, durable });
        unsaved.value += events.length;
        void drain();
      }),
    retryNow: () => wake?.(),
    held: () => waiting.flatMap((held) => held.events),
  };
}
