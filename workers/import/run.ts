/**
 * The import itself: a stream from the file to the disk. Either everything readable goes in, or,
 * when cancelled or when the disk refuses, nothing stays in.
 */
import { ulid } from 'ulid';
import type { ImportId, ProjectSettings } from '../../src/domain/records.ts';
import type { BadRow } from '../../src/formats/format.ts';
import type { Storage } from '../../src/storage/api.ts';
import { noteWhileImporting } from '../../src/storage/interrupted-imports.ts';
import type { ImportPlan, ImportProgress, ImportReport, SourceInput } from '../api.ts';
import { ImportFailure } from './failure.ts';
import { type ItemWriter, withItemWriter } from './item-writer.ts';
import { mediaReaders } from './media/index.ts';
import type { DecodeSound } from './media/media-reader.ts';
import { readFiles } from './media/run-files.ts';
import { readRows } from './read-rows.ts';
import { recordImport } from './record-import.ts';
import { needRoomFor, roomNeeded } from './room-left.ts';

const BAD_ROWS_KEPT = 1_000;
const PROGRESS_EVERY_MS = 100;
const ROOM_EVERY_MS = 2_000;

export interface RunRequest {
  readonly storage: Storage;
  readonly sources: readonly SourceInput[];
  readonly plan: ImportPlan;
  readonly isCancelled: () => boolean;
  readonly listener: (progress: ImportProgress) => void;
  readonly decodeSound: DecodeSound;
}

export async function runImport(request: RunRequest): Promise<ImportReport> {
  const { storage, plan } = request;
  if (!Object.values(plan.roles).includes('content')) {
    throw new ImportFailure('bad-input', 'Say which column holds the content before importing.');
  }
  const importId = ulid() as ImportId;
  const { projectId } = plan;
  await needRoomFor(storage, roomNeeded(plan.modality, request.sources));
  return noteWhileImporting(storage, { projectId, importId }, async () => {
    try {
      const { duplicates } = plan;
      const from = await storage.items.count(projectId);
      const report = await withItemWriter({ storage, projectId, duplicates }, (writer) =>
        stream(writer, request, importId),
      );
      const { sources } = request;
      const { purpose } = plan;
      await recordImport(storage, projectId, { ...report, importId, sources, purpose, from });
      return report;
    } catch (error) {
      await storage.items.removeImport(projectId, importId);
      throw error;
    }
  });
}

function bytesOf(sources: readonly SourceInput[]): number {
  return sources.reduce((sum, { blob }) => sum + blob.size, 0);
}

async function stream(
  writer: ItemWriter,
  request: RunRequest,
  importId: ImportId,
): Promise<ImportReport> {
  const { sources, plan, listener, decodeSound } = request;
  const bad = createBadRows();
  const bytesTotal = bytesOf(sources);
  const between = createBetween(writer, request, () => bad.total());
  const common = { sources, plan, importId, writer, bad: bad.add, between };
  if (plan.modality in mediaReaders) {
    const settings = await settingsOf(request.storage, plan);
    await readFiles({ ...common, settings, decodeSound });
  } else await readRows(common);
  await writer.flush(true);
  if (writer.added() === 0 && writer.duplicates() === 0) throw nothingReadable(bad.rows());
  const final = { ...count(writer, bad.total()), bytesRead: bytesTotal, bytesTotal };
  listener(final);
  return { ...final, importId, bad: bad.rows() };
}

/** What is done between slices: stop when told to, write what is full, keep room, tell. */
function createBetween(
  writer: ItemWriter,
  { storage, sources, plan, isCancelled, listener }: RunRequest,
  rejected: () => number,
): (bytesRead: number) => Promise<boolean> {
  const bytesTotal = bytesOf(sources);
  const needed = roomNeeded(plan.modality, sources);
  const tell = throttle(listener);
  let lookedAt = performance.now();
  return async (bytesRead) => {
    if (isCancelled())
      throw new ImportFailure('cancelled', 'The import was cancelled; nothing was kept.');
    await writer.flush(false);
    if (performance.now() - lookedAt > ROOM_EVERY_MS) {
      lookedAt = performance.now();
      await needRoomFor(storage, needed * Math.max(0, 1 - bytesRead / Math.max(1, bytesTotal)));
    }
    // A packed file gives more bytes than it has.
    tell({ ...count(writer, rejected()), bytesRead: Math.min(bytesRead, bytesTotal), bytesTotal });
    return true;
  };
}

async function settingsOf(storage: Storage, { projectId }: ImportPlan): Promise<ProjectSettings> {
  const row = await storage.projects.get(projectId);
  if (!row) throw new ImportFailure('not-found', `There is no project ${projectId} here.`);
  return row.project.settings;
}

function count(writer: ItemWriter, rejected: number) {
  return { added: writer.added(), duplicates: writer.duplicates(), rejected };
}

function nothingReadable(bad: readonly BadRow[]): ImportFailure {
  const [first] = bad;
  const example = first ? ` Row ${first.row}: ${first.reason}.` : '';
  return new ImportFailure('bad-input', `No row could be read.${example}`);
}

function createBadRows() {
  const kept: BadRow[] = [];
  let total = 0;
  return {
    add: (row: BadRow): void => {
      total += 1;
      if (kept.length < BAD_ROWS_KEPT) kept.push(row);
    },
    rows: (): readonly BadRow[] => kept,
    total: (): number => total,
  };
}

function throttle(listener: (progress: ImportProgress) => void): typeof listener {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < PROGRESS_EVERY_MS) return;
    last = now;
    listener(progress);
  };
}
