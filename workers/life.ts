/**
 * A worker's sign of life: it takes a Web Lock of its own, says its name, and never lets go. The
 * page asks for the same lock; being granted it means that this worker is gone, however it died
 * (`engine/worker-client.ts`).
 */
export interface AliveMessage {
  readonly hone: 'alive';
  readonly lock: string;
}

export function proveAlive(): void {
  const lock = `hone-life-${crypto.randomUUID()}`;
  void navigator.locks.request(lock, () => {
    self.postMessage({ hone: 'alive', lock } satisfies AliveMessage);
    return new Promise(() => undefined);
  });
}
