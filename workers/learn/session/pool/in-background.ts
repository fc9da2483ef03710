/** Work that goes on behind the person's back without being felt. */

import { pause, type Quiet } from '../quiet.ts';

/** So long after a person's call nothing is done. */
const QUIET_MS = 800;
/** At most so long between two steps, however long one took. */
const MOST_REST_MS = 1_000;

export interface Background {
  /** Begins, or goes on, until a step says that nothing is left; does nothing while it runs. */
  start(): void;
}

/** After each step it rests as long as the step took, so that half of a processor stays free. */
export function createBackground(quiet: Quiet, step: () => Promise<boolean>): Background {
  let isRunning = false;
  const run = async (): Promise<void> => {
    for (;;) {
      await quiet.reached(QUIET_MS);
      const started = performance.now();
      if (!(await step())) return;
      await pause(Math.min(performance.now() - started, MOST_REST_MS));
    }
  };
  return {
    start() {
      if (isRunning) return;
      isRunning = true;
      void run()
        .catch(() => undefined) // What was not scored is scored after the next answer, or at the next opening.
        .finally(() => {
          isRunning = false;
        });
    },
  };
}
