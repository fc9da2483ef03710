/** The worker that fetches a network, as a room holds it: started on first use, ended by disposing. */
import { proxy } from 'comlink';
import type { FetchModelApi } from '../../workers/api.ts';
import { spawnModelFetcher } from './spawn.ts';
import { createWorkerClient } from './worker-client.ts';

/** Disposing ends what is being fetched at once: the call under way rejects with `WorkerDied`. */
export interface ModelFetcher extends FetchModelApi {
  dispose(): void;
}

export function openModelFetcher(spawn: () => Worker = spawnModelFetcher): ModelFetcher {
  const client = createWorkerClient<FetchModelApi>(spawn);
  return {
    look: (address, base) => client.call((api) => api.look(address, base)),
    fetchAll: (plan, onBytes) => client.call((api) => api.fetchAll(plan, proxy(onBytes))),
    dispose: client.dispose,
  };
}
