/**
 * An import that a crash cut off leaves items that no event speaks of. While one runs it is noted
 * and holds a lock, which dies with its tab; a note without a lock is what a crash left, and its
 * items are taken out again, so that nothing is ever half imported.
 */
import type { ImportId, ProjectId } from '../domain/records.ts';
import type { Storage } from './api.ts';

interface RunningImport {
  readonly projectId: ProjectId;
  readonly importId: ImportId;
}

const NOTES = 'running-imports';
const LOCK = 'hone-import';

/** Runs an import under the note and the lock. The work itself cleans up when it merely fails. */
export async function noteWhileImporting<T>(
  storage: Storage,
  running: RunningImport,
  work: () => Promise<T>,
): Promise<T> {
  return navigator.locks.request(LOCK, async () => {
    await sweep(storage);
    await storage.device.set(NOTES, [running]);
    try {
      return await work();
    } finally {
      await storage.device.set(NOTES, []);
    }
  });
}

/** Takes out what interrupted imports left; does nothing while one runs in any tab. */
export async function sweepInterruptedImports(storage: Storage): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await sweep(storage);
  });
}

async function sweep(storage: Storage): Promise<void> {
  const notes = (await storage.device.get<readonly RunningImport[]>(NOTES)) ?? [];
  if (notes.length === 0) return;
  for (const { projectId, importId } of notes) {
    const events = await storage.events.of(projectId);
    const isRecorded = events.some(
      (event) => event.type === 'items-imported' && event.importId === importId,
    );
    if (!isRecorded) await storage.items.removeImport(projectId, importId);
  }
  await storage.device.set(NOTES, []);
}
