/** The import worker as rooms see it: started on first use, every failure an outcome. */
import { proxy, transfer } from 'comlink';
import type { DecodeSound, ImportApi, ImportProgress, Outcome } from '../../workers/api.ts';
import type { Importer } from './api.ts';
import { asOutcome } from './learner-link.ts';
import { createWorkerClient, type WorkerClient } from './worker-client.ts';

export function createImporter(spawn: () => Worker): Importer {
  let client: WorkerClient<ImportApi> | null = null;
  const live = (): WorkerClient<ImportApi> => {
    if (client) return client;
    const started = createWorkerClient<ImportApi>(spawn);
    started.onDeath(() => {
      started.dispose();
      if (client === started) client = null;
    });
    client = started;
    return started;
  };
  const call = <T>(run: Parameters<WorkerClient<ImportApi>['call']>[0]): Promise<Outcome<T>> =>
    asOutcome(live().call(run) as Promise<Outcome<T>>);
  const listening = (listener: (progress: ImportProgress) => void): typeof listener =>
    proxy((progress: ImportProgress) => listener(progress));

  return {
    preview: (sources, options) => call((api) => api.preview(sources, options)),
    scanLabels: (sources, options, columns, separator) =>
      call((api) => api.scanLabels(sources, options, columns, separator)),
    run: (sources, plan, listener, decodeSound) =>
      call((api) => api.run(sources, plan, listening(listener), proxy(handingOver(decodeSound)))),
    sample: (sampleId, projectId, classes, listener) =>
      call((api) => api.sample(sampleId, projectId, classes, listening(listener))),
    async cancel() {
      if (client) await client.call((api) => api.cancel()).catch(() => undefined);
    },
    exportLabels: (projectId, kind) => call((api) => api.exportLabels(projectId, kind)),
    exportPredictions: (projectId, kind) => call((api) => api.exportPredictions(projectId, kind)),
    thumbnail: (projectId, hash) => call((api) => api.thumbnail(projectId, hash)),
    exportCard: (projectId, kind) => call((api) => api.exportCard(projectId, kind)),
    backup: (projectId) => call((api) => api.backup(projectId)),
    inspectBackup: (blob) => call((api) => api.inspectBackup(blob)),
    restore: (blob, partial) => call((api) => api.restore(blob, partial)),
    dispose() {
      client?.dispose();
      client = null;
    },
  };
}

/** Decoded sound goes to the worker without a second copy of it. */
const handingOver =
  (decode: DecodeSound): DecodeSound =>
  async (blob, mostMs) => {
    const decoded = await decode(blob, mostMs);
    if ('problem' in decoded) return decoded;
    return transfer(
      decoded,
      decoded.channels.map(({ buffer }) => buffer as ArrayBuffer),
    );
  };
