/** Work that goes on behind the person's back without being felt. */

/** So long after a person's call nothing is done. */
const QUIET_MS = 800;
/** At most so long between two steps, however long one took. */
const MOST_REST_MS = 1_000;

export interface Background {
  /** Begins, or goes on, until a step says that nothing is left; does nothing while it runs. */
  start(): void;
  /** The person has just asked for something. */
  hush(): void;
}

/** After each step it rests as long as the step took, so that half of a processor stays free. */
export function createBackground(step: () => Promise<boolean>): Background {
  let isRunning = false;
  let quietUntil = 0;
  const run = async (): Promise<void> => {
    for (;;) {
      const quiet = quietUntil - performance.now();
      if (quiet > 0) {
        await pause(quiet);
        continue;
      }
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
    hush() {
      quietUntil = performance.now() + QUIET_MS;
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
