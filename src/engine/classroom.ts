/** The classroom's worker as its room sees it: started on first use, every failure an outcome. */
import { proxy } from 'comlink';
import type {
  ClassroomApi,
  Outcome,
  Picture,
  PictureRequest,
  RaceMessage,
  RaceRequest,
} from '../../workers/api.ts';
import { asOutcome } from './learner-link.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

export interface ClassroomClient {
  /** The signal ends this race with `cancelled`, and so does a newer one. */
  race(
    request: RaceRequest,
    listener: (messages: readonly RaceMessage[]) => void,
    signal?: AbortSignal,
  ): Promise<Outcome<null>>;
  picture(request: PictureRequest): Promise<Outcome<Picture>>;
  dispose(): void;
}

export function createClassroom(spawn: () => Worker): ClassroomClient {
  let client: WorkerClient<ClassroomApi> | null = null;
  const live = (): WorkerClient<ClassroomApi> => {
    if (client) return client;
    const started = createWorkerClient<ClassroomApi>(spawn);
    // The next call starts another worker; nothing is lost, since a race can be run again.
    started.onDeath(() => {
      started.dispose();
      if (client === started) client = null;
    });
    client = started;
    return started;
  };
  let newest = 0;
  return {
    race(request, listener, signal) {
      newest += 1;
      const own = newest;
      // One that was followed by another is over already: cancelling would end the other.
      const onAbort = (): void => {
        if (own !== newest) return;
        void client?.call((api) => api.cancel()).catch(() => undefined);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      const heard = proxy((messages: readonly RaceMessage[]) => listener(messages));
      return asOutcome(live().call((api) => api.race(request, heard))).finally(() =>
        signal?.removeEventListener('abort', onAbort),
      );
    },
    picture: (request) => asOutcome(live().call((api) => api.picture(request))),
    dispose() {
      client?.dispose();
      client = null;
    },
  };
}
