/** Tells every tab and worker of this origin what was committed. */
import type { StorageChange } from './api.ts';

export interface Changes {
  announce(change: StorageChange): void;
  subscribe(listener: (change: StorageChange) => void): () => void;
  close(): void;
}

export function openChanges(name: string): Changes {
  const channel = new BroadcastChannel(`${name}-changes`);
  const listeners = new Set<(change: StorageChange) => void>();
  const deliver = (change: StorageChange): void => {
    for (const listener of listeners) listener(change);
  };
  channel.onmessage = (event: MessageEvent<StorageChange>) => deliver(event.data);
  return {
    announce(change) {
      deliver(change); // A channel does not hear itself.
      channel.postMessage(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => channel.close(),
  };
}
