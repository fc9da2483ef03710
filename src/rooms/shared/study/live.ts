/**
 * Asks as fast as answers come: one request at a time, and when it is answered the newest text that
 * came meanwhile. No request waits behind another, so the answer is never older than one request.
 */
import type { Outcome } from '../../../../workers/api.ts';
import { settle } from '../settle.ts';

export interface Live<In> {
  ask(input: In): void;
  dispose(): void;
}

export function createLive<In, Out>(
  read: (input: In) => Promise<Outcome<Out>>,
  onAnswer: (outcome: Outcome<Out>, input: In) => void,
): Live<In> {
  let next: { readonly input: In } | null = null;
  let isBusy = false;
  let isOver = false;
  const drain = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    while (next && !isOver) {
      const { input } = next;
      next = null;
      const outcome = await settle(read(input));
      if (!isOver) onAnswer(outcome, input);
    }
    isBusy = false;
  };
  return {
    ask(input) {
      next = { input };
      void drain();
    },
    dispose() {
      isOver = true;
    },
  };
}
