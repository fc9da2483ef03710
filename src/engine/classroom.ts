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
  /** A newer race ends this one with `cancelled`. */
  race(
    request: RaceRequest,
    listener: (messages: readonly RaceMessage[]) => void,
  ): Promise<Outcome<null>>;
  picture(request: PictureRequest): Promise<Outcome<Picture>>;
  /** Ends the running race. */
  cancel(): Promise<void>;
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
  return {
    race: (request, listener) =>
      asOutcome(
        live().call((api) =>
          api.race(
            request,
            proxy((messages: readonly RaceMessage[]) => listener(messages)),
          ),
        ),
      ),
    picture: (request) => asOutcome(live().call((api) => api.picture(request))),
    async cancel() {
      if (client) await client.call((api) => api.cancel()).catch(() => undefined);
    },
    dispose() {
      client?.dispose();
      client = null;
    },
  };
}
