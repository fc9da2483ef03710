/** The browse worker and the map worker as a room holds them: started on first use, every failure an outcome. */
import { proxy, transfer } from 'comlink';
import type { BrowseApi, BrowseVectors, MapApi } from '../../workers/api.ts';
import { asOutcome } from './learner-link.ts';
import { spawnBrowse, spawnMap } from './spawn.ts';
import { createWorkerClient } from './worker-client.ts';

/** Answers questions about all items of a project; to be disposed when the room is left. */
export interface BrowseClient extends BrowseApi {
  dispose(): void;
}

export function openBrowse(spawn: () => Worker = spawnBrowse): BrowseClient {
  const client = createWorkerClient<BrowseApi>(spawn);
  return {
    open: (projectId, listener) =>
      asOutcome(client.call((api) => api.open(projectId, proxy(listener)))),
    ask: (question) => asOutcome(client.call((api) => api.ask(question))),
    dispose: client.dispose,
  };
}

/** Makes a map of vectors that it takes away: they are empty here afterwards. Disposing ends it at once. */
export interface MapMaker extends MapApi {
  dispose(): void;
}

export function openMapMaker(spawn: () => Worker = spawnMap): MapMaker {
  const client = createWorkerClient<MapApi>(spawn);
  return {
    hasGraphicsCard: () => asOutcome(client.call((api) => api.hasGraphicsCard())),
    pca: (vectors) => asOutcome(client.call((api) => api.pca(moving({ ...vectors }, vectors)))),
    stored: (projectId, fingerprint) =>
      asOutcome(client.call((api) => api.stored(projectId, fingerprint))),
    umap: (request, listener) =>
      asOutcome(
        client.call((api) => api.umap(moving({ ...request }, request.vectors), proxy(listener))),
      ),
    dispose: client.dispose,
  };
}

/** Tens of megabytes: a copy would hold the page up. `message` is what has the vectors in it. */
function moving<T extends object>(message: T, { values }: BrowseVectors): T {
  return transfer(message, [values.buffer as ArrayBuffer]);
}
