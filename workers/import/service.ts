/** `ImportApi` over storage. One import at a time; exports and backups run beside it. */
import type { ProjectId } from '../../src/domain/records.ts';
import type { Storage } from '../../src/storage/api.ts';
import { inspectBackup, restoreBackup, writeBackup } from '../../src/storage/backup.ts';
import { openStorage } from '../../src/storage/index.ts';
import type { ImportApi } from '../api.ts';
import { createSerial } from '../learn/session/serial.ts';
import { exportCard } from './export-card.ts';
import { exportLabels } from './export-labels.ts';
import { exportPredictions } from './export-predictions.ts';
import { asOutcome } from './failure.ts';
import { remakeThumbnail } from './media/image/thumbnail.ts';
import { previewSources } from './preview.ts';
import { runImport } from './run.ts';
import { runSample } from './run-sample.ts';
import { scanLabels } from './scan-labels.ts';

export function createImportService(open: () => Promise<Storage> = openStorage): ImportApi {
  let storage: Promise<Storage> | null = null;
  let generation = 0;
  const store = (): Promise<Storage> => {
    storage ??= open();
    return storage;
  };
  /** A decoded photo takes 50 MB: a page of them is not decoded at once. */
  const oneByOne = createSerial();
  /** Each cancellable call belongs to a generation; cancelling ends those before it. */
  const begin = (): (() => boolean) => {
    const own = generation;
    return () => own !== generation;
  };
  return {
    preview: (sources, options) => asOutcome(() => previewSources(sources, options)),
    scanLabels: (sources, options, columns, separator) => {
      const isCancelled = begin();
      return asOutcome(() => scanLabels({ sources, options, columns, separator, isCancelled }));
    },
    run: (sources, plan, listener, decodeSound) => {
      const isCancelled = begin();
      return asOutcome(async () =>
        runImport({ storage: await store(), sources, plan, listener, isCancelled, decodeSound }),
      );
    },
    sample: (sampleId, projectId, classes, listener) => {
      const isCancelled = begin();
      const request = { sampleId, projectId, classes, listener, isCancelled };
      return asOutcome(async () => runSample({ ...request, storage: await store() }));
    },
    cancel: async () => {
      generation += 1;
    },
    exportLabels: (projectId, kind) =>
      asOutcome(async () => exportLabels(await store(), projectId, kind)),
    exportPredictions: (projectId, kind) =>
      asOutcome(async () => exportPredictions(await store(), projectId, kind)),
    thumbnail: (projectId, hash) =>
      asOutcome(() => oneByOne(async () => remakeThumbnail(await store(), projectId, hash))),
    exportCard: (projectId, kind) =>
      asOutcome(async () => exportCard(await store(), projectId, kind)),
    backup: (projectId: ProjectId) => asOutcome(async () => writeBackup(await store(), projectId)),
    inspectBackup: (blob) => asOutcome(async () => inspectBackup(await store(), blob)),
    restore: (blob, partial) =>
      asOutcome(async () => restoreBackup(await store(), blob, { partial })),
  };
}
