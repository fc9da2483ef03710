/**
 * The import worker as rooms see it: started on first use, every failure an outcome, ended when there
 * is nothing to do: what a large import leaves behind is memory that the learner needs.
 */
import { proxy, transfer } from 'comlink';
import type { DecodeSound, ImportApi, ImportProgress, Outcome } from '../../workers/api.ts';
import type { Importer } from './api.ts';
import { asOutcome } from './learner-link.ts';
import { createRestingClient } from './resting-client.ts';

const RETIRE_AFTER_MS = 3_000;

export function createImporter(spawn: () => Worker): Importer {
  const worker = createRestingClient<ImportApi>(spawn, RETIRE_AFTER_MS);
  const call = <T>(run: (api: ImportApi) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    asOutcome(worker.call(run));
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
      await worker.callRunning((api) => api.cancel()).catch(() => undefined);
    },
    exportLabels: (projectId, kind) => call((api) => api.exportLabels(projectId, kind)),
    exportPredictions: (projectId, kind) => call((api) => api.exportPredictions(projectId, kind)),
    thumbnail: (projectId, hash) => call((api) => api.thumbnail(projectId, hash)),
    exportCard: (projectId, kind) => call((api) => api.exportCard(projectId, kind)),
    backup: (projectId) => call((api) => api.backup(projectId)),
    inspectBackup: (blob) => call((api) => api.inspectBackup(blob)),
    restore: (blob, partial) => call((api) => api.restore(blob, partial)),
    dispose: worker.dispose,
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
