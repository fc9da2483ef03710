/** Time spent looking: from painted to decided, hidden time left out. Pure; the clock is an argument. */
export interface Stopwatch {
  start(now: number): void;
  pause(now: number): void;
  resume(now: number): void;
  /** Milliseconds so far. */
  read(now: number): number;
}

export function createStopwatch(): Stopwatch {
  let total = 0;
  let since: number | null = null;
  return {
    start(now) {
      total = 0;
      since = now;
    },
    pause(now) {
      if (since !== null) total += now - since;
      since = null;
    },
    resume(now) {
      since ??= now;
    },
    read: (now) => total + (since === null ? 0 : now - since),
  };
}
