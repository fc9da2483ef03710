/**
 * Work that belongs between the person's acts: it begins when they pause, so that a quick answer does
 * not share the processor with what the one before left to do, or at once when somebody waits for it.
 */
import type { Quiet } from './quiet.ts';

export interface Patience {
  /** The person has paused when nothing was asked for so long. */
  readonly pauseMs: number;
  /** Without any pause it begins after so long all the same. */
  readonly patienceMs: number;
}

export interface Between {
  /** There is something to do. */
  ask(): void;
  /** Does it now, if it was not done yet. */
  now(): Promise<void>;
  /** Leaves it undone. */
  drop(): void;
}

export function createBetween(
  quiet: Quiet,
  { pauseMs, patienceMs }: Patience,
  work: () => Promise<void>,
): Between {
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
      void quiet.reached(pauseMs, patienceMs).then(() => {
        isWaiting = false;
        return now();
      });
    },
    drop() {
      isAsked = false;
    },
  };
}
