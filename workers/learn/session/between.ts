/**
 * Work that belongs between the person's acts: it begins when they pause, so that a quick answer does
 * not share the processor with what the one before left to do, or at once when somebody waits for it.
 */
import type { Quiet } from './quiet.ts';

/** Nobody reads a question and answers it faster than this. */
const PAUSE_MS = 200;

export interface Between {
  /** There is something to do. */
  ask(): void;
  /** Does it now, if it was not done yet. */
  now(): Promise<void>;
  /** Leaves it undone. */
  drop(): void;
}

export function createBetween(quiet: Quiet, work: () => Promise<void>): Between {
  let isAsked = false;
  let isWaiting = false;
  const now = async (): Promise<void> => {
    if (!isAsked) return;
    isAsked = false;
    await work();
  };
  return {
    now,
    ask() {
      isAsked = true;
      if (isWaiting) return;
      isWaiting = true;
      void quiet.reached(PAUSE_MS).then(() => {
        isWaiting = false;
        return now();
      });
    },
    drop() {
      isAsked = false;
    },
  };
}
