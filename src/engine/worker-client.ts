/**
 * One worker behind comlink: started at the first call, each call raced against the worker's
 * death (a bare comlink call to a dead worker never settles) and against an AbortSignal.
 *
 * Death is seen in two ways: an `error` event (script failed to load or threw), and a Web Lock
 * that the worker holds for life: when we are granted the same lock, the worker is gone, however
 * it died (terminated, out of memory, killed by the system).
 */
import { type Remote, releaseProxy, wrap } from 'comlink';
import type { AliveMessage } from '../../workers/life.ts';
import type { CallOptions } from './api.ts';

export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
}

/** `T` is an interface whose methods all return promises, so the remote side has the same type. */
export interface WorkerClient<T> {
  call<R>(run: (api: T) => Promise<R>, options?: CallOptions): Promise<R>;
  /** Called once when the worker dies without having been asked to. */
  onDeath(listener: (reason: string) => void): void;
  /** Ends the worker at once; running calls reject with `WorkerDied`. */
  dispose(): void;
}

interface Running<T> {
  readonly worker: Worker;
  readonly api: Remote<T>;
  /** Resolves once the worker holds its life lock: only then would its death be seen. */
  readonly alive: Promise<void>;
  readonly death: Promise<never>;
  readonly die: (reason: string) => void;
}

export function createWorkerClient<T>(spawn: () => Worker): WorkerClient<T> {
  let running: Running<T> | null = null;
  let disposed = false;
  const listeners: ((reason: string) => void)[] = [];

  const start = (): Running<T> => {
    const worker = spawn();
    let die: (reason: string) => void = () => undefined;
    const death = new Promise<never>((_, reject) => {
      die = (reason) => reject(new WorkerDied(reason));
    });
    death.catch(() => undefined); // A death nobody is waiting on is not an unhandled error.
    const alive = new Promise<void>((resolve) => {
      waitForLife(worker, (lock) => {
        resolve();
        watchLock(lock, () => report('the worker stopped unexpectedly'));
      });
    });
    const started: Running<T> = { worker, api: wrap<T>(worker), alive, death, die };
    const report = (reason: string): void => {
      if (disposed || running !== started) return;
      running = null;
      worker.terminate(); // After a script error it may still live; two must never run at once.
      die(reason);
      for (const listener of listeners) listener(reason);
    };
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      report(event.message || 'the worker could not be loaded');
    });
    return started;
  };

  return {
    async call(run, options) {
      options?.signal?.throwIfAborted();
      if (disposed) throw new WorkerDied('the worker was closed');
      running ??= start();
      const { api, alive, death } = running;
      const end = Promise.race([death, aborted(options?.signal)]);
      await Promise.race([alive, end]);
      return Promise.race([run(api as unknown as T), end]);
    },
    onDeath: (listener) => void listeners.push(listener),
    dispose() {
      disposed = true;
      if (!running) return;
      running.die('the worker was closed');
      running.api[releaseProxy]();
      running.worker.terminate();
      running = null;
    },
  };
}

function waitForLife(worker: Worker, onLock: (lock: string) => void): void {
  const onMessage = (event: MessageEvent): void => {
    const data = event.data as Partial<AliveMessage> | null;
    if (data?.hone !== 'alive' || !data.lock) return;
    worker.removeEventListener('message', onMessage);
    onLock(data.lock);
  };
  worker.addEventListener('message', onMessage);
}

/** Being granted the worker's lock means that the worker is gone. */
function watchLock(lock: string, onGone: () => void): void {
  void navigator.locks.request(lock, onGone).catch(() => undefined);
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
