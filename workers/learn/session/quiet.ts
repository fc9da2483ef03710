/** When the person last asked for something: what they do not wait for makes way for them. */
export interface Quiet {
  /** The person has just asked for something. */
  hush(): void;
  /** Resolves when nothing was asked for so long, or, with `patienceMs`, when that has passed. */
  reached(quietMs: number, patienceMs?: number): Promise<void>;
}

export function createQuiet(): Quiet {
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    hush() {
      askedAt = performance.now();
    },
    async reached(quietMs, patienceMs = Number.POSITIVE_INFINITY) {
      const end = performance.now() + patienceMs;
      for (;;) {
        const now = performance.now();
        const left = Math.min(askedAt + quietMs, end) - now;
        if (left <= 0) return;
        await pause(left);
      }
    },
  };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
