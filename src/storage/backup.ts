/** Backup of a whole project to one file, and back: merged by id, never overwriting. */
import type { BackupInspection, RestoreReport } from '../../workers/api.ts';
import type { HoneEvent } from '../domain/events.ts';
import type { Checkpoint, ImportId, Item, ProjectId } from '../domain/records.ts';
import { foldEvents } from '../domain/state.ts';
import type { Storage, StoredFile } from './api.ts';
import { type BackupFile, type LinePart, type ReadBackup, readBackup } from './backup-read.ts';
import { StorageError } from './storage-error.ts';

export { writeBackup } from './backup-write.ts';

const BATCH = 1_000;
const FILES_AT_ONCE = 100;
const FILE_BYTES_AT_ONCE = 32 * 1_048_576;
/** No import owns a restored file: none that fails takes it along. */
const RESTORED = 'restored' as ImportId;

export async function inspectBackup(storage: Storage, blob: Blob): Promise<BackupInspection> {
  const content = await readBackup(blob);
  const { projectId, name } = identify(content);
  return {
    projectId,
    name,
    items: countOf(content.items),
    events: content.events.length,
    checkpoints: countOf(content.checkpoints),
    savedAt: content.manifest?.savedAt ?? 0,
    damage: content.damage,
    alreadyHere: (await storage.projects.get(projectId)) !== undefined,
  };
}

/** Rejects when the file is damaged and `partial` is not set, before anything is written. */
export async function restoreBackup(
  storage: Storage,
  blob: Blob,
  { partial }: { readonly partial: boolean },
): Promise<RestoreReport> {
  const content = await readBackup(blob);
  if (content.damage.length > 0 && !partial) {
    throw Object.assign(new Error(`The backup is damaged: ${content.damage.join('; ')}.`), {
      code: 'damaged',
    });
  }
  const { projectId } = identify(content);
  const events = content.events as readonly HoneEvent[];
  for (let from = 0; from < events.length; from += BATCH) {
    await storage.events.append(events.slice(from, from + BATCH));
  }
  await restoreFiles(storage, projectId, content.files);
  const items = await restoreItems(storage, content.items);
  const checkpoints = await restoreCheckpoints(storage, projectId, content);
  await storage.caches.clear(projectId);
  return { projectId, items, events: events.length, checkpoints, skipped: content.damage };
}

function countOf(parts: readonly LinePart[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

function identify({ manifest, events }: ReadBackup): { projectId: ProjectId; name: string } {
  const state = foldEvents(events as readonly HoneEvent[]);
  if (!state) {
    throw new StorageError(
      'failed',
      'The backup lost the event that created the project; it cannot be restored.',
    );
  }
  return { projectId: state.project.id, name: manifest?.name ?? state.project.name };
}

/** Before the items that name them. */
async function restoreFiles(
  storage: Storage,
  projectId: ProjectId,
  files: readonly BackupFile[],
): Promise<void> {
  let batch: StoredFile[] = [];
  let bytes = 0;
  for (const [index, file] of files.entries()) {
    batch.push({ hash: file.hash, blob: await file.blob() });
    bytes += file.size;
    const isLast = index === files.length - 1;
    if (batch.length < FILES_AT_ONCE && bytes < FILE_BYTES_AT_ONCE && !isLast) continue;
    await storage.files.add(batch, { projectId, importId: RESTORED });
    batch = [];
    bytes = 0;
  }
}

/** Items that are here already stay; new ones are put behind them, in their own order, one part in memory. */
async function restoreItems(storage: Storage, parts: readonly LinePart[]): Promise<number> {
  let added = 0;
  for (const part of parts) {
    const items = [...((await part.read()) as readonly Item[])];
    items.sort((a, b) => a.ordinal - b.ordinal);
    for (let from = 0; from < items.length; from += BATCH) {
      const batch = items.slice(from, from + BATCH);
      const known = await storage.items.getMany(batch.map((item) => item.id));
      const fresh = batch.filter((_, index) => known[index] === undefined);
      await storage.items.add(fresh);
      added += fresh.length;
    }
  }
  return added;
}

async function restoreCheckpoints(
  storage: Storage,
  projectId: ProjectId,
  content: ReadBackup,
): Promise<number> {
  const known = new Set((await storage.checkpoints.list(projectId)).map(({ id }) => id));
  let added = 0;
  for (const part of content.checkpoints) {
    for (const value of await part.read()) {
      const { checkpoint, weights } = value as { checkpoint: Checkpoint; weights: unknown };
      if (known.has(checkpoint.id)) continue;
      await storage.checkpoints.save(checkpoint, weights);
      added += 1;
    }
  }
  return added;
}
