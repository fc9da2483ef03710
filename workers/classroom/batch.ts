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
  /** Sends what has gathered; resolves when all that was sent has been heard. */
  readonly flush: () => Promise<void>;
}

export interface StreamOptions {
  readonly send: (messages: readonly RaceMessage[]) => void | Promise<void>;
  readonly isCancelled: () => boolean;
  /** Milliseconds. */
  readonly now: () => number;
}

export function createStream({ send, isCancelled, now }: StreamOptions): RaceStream {
  let gathered: RaceMessage[] = [];
  let since = now();
  // Messages go through a port of their own, in order: when the last is heard, all are.
  let heard: void | Promise<void>;
  const flush = async (): Promise<void> => {
    if (gathered.length > 0) heard = send(gathered);
    gathered = [];
    since = now();
    await heard;
  };
  return {
    emit: (message) => void gathered.push(message),
    flush,
    async breathe() {
      if (now() - since < GATHER_MS) return;
      if (isCancelled()) throw new RaceCancelled('Called off.');
      void flush();
      // A macrotask: only then does a call that cancels get its turn.
      await new Promise((resolve) => setTimeout(resolve));
      if (isCancelled()) throw new RaceCancelled('Called off.');
    },
  };
}
