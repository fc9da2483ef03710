import type { RaceMessage } from '../classroom-api.ts';

/** How long messages gather before they cross to the page together. */
const GATHER_MS = 40;

/** The race was called off. */
export class RaceCancelled extends Error {
  override readonly name = 'RaceCancelled';
}

export interface RaceStream {
  readonly emit: (message: RaceMessage) => void;
  /** Sends what has gathered for long enough and lets other calls in; rejects when called off. */
  readonly breathe: () => Promise<void>;
  readonly flush: () => void;
}

export interface StreamOptions {
  readonly send: (messages: readonly RaceMessage[]) => void;
  readonly isCancelled: () => boolean;
  /** Milliseconds. */
  readonly now: () => number;
}

export function createStream({ send, isCancelled, now }: StreamOptions): RaceStream {
  let gathered: RaceMessage[] = [];
  let since = now();
  const flush = (): void => {
    if (gathered.length > 0) send(gathered);
    gathered = [];
    since = now();
  };
  return {
    emit: (message) => void gathered.push(message),
    flush,
    async breathe() {
      if (now() - since < GATHER_MS) return;
      if (isCancelled()) throw new RaceCancelled('Called off.');
      flush();
      // A macrotask: only then does a call that cancels get its turn.
      await new Promise((resolve) => setTimeout(resolve));
      if (isCancelled()) throw new RaceCancelled('Called off.');
    },
  };
}
