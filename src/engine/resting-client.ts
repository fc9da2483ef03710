/** A worker that is started when it is called and ended when nobody has called for a while. */
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

export interface RestingClient<T> {
  call<R>(run: (api: T) => Promise<R>): Promise<R>;
  /** Only if it is at work: what is asked now must not start it. */
  callRunning<R>(run: (api: T) => Promise<R>): Promise<R | undefined>;
  dispose(): void;
}

export function createRestingClient<T>(spawn: () => Worker, restAfterMs: number): RestingClient<T> {
  let client: WorkerClient<T> | null = null;
  let running = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const live = (): WorkerClient<T> => {
    if (client) return client;
    const started = createWorkerClient<T>(spawn);
    started.onDeath(() => {
      started.dispose();
      if (client === started) client = null;
    });
    client = started;
    return started;
  };
  const end = (): void => {
    clearTimeout(rest);
    client?.dispose();
    client = null;
  };
  return {
    async call(run) {
      clearTimeout(rest);
      running += 1;
      try {
        return await live().call(run);
      } finally {
        running -= 1;
        if (running === 0) rest = setTimeout(end, restAfterMs);
      }
    },
    callRunning: async (run) => client?.call(run),
    dispose: end,
  };
}
