import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ProjectId } from '../domain/records.ts';
import type { Storage } from './api.ts';
import { encodeValue } from './backup-codec.ts';
import {
  BACKUP_VERSION,
  type BackupManifest,
  type BackupPart,
  MANIFEST_NAME,
  PART_LINES,
  type PartKind,
} from './backup-format.ts';
import { StorageError } from './storage-error.ts';
import { createZipWriter } from './zip/write-zip.ts';

/** Pictures are packed already; the lightest packing still halves a WAV. */
const FILE_LEVEL = 1;
const LINES_LEVEL = 6;

/** Everything a person decided and everything imported, plus the stored models. */
export async function writeBackup(storage: Storage, projectId: ProjectId): Promise<Blob> {
  const row = await storage.projects.get(projectId);
  if (!row) throw new StorageError('failed', `There is no project ${projectId} to back up.`);
  const savedAt = Date.now();
  const zip = createZipWriter(new Date(savedAt));
  const parts: BackupPart[] = [];
  const counts: Record<PartKind, number> = { items: 0, events: 0, checkpoints: 0, files: 0 };
  for await (const { kind, lines } of readLines(storage, projectId)) {
    const name = `${kind}-${String(parts.filter((part) => part.kind === kind).length).padStart(4, '0')}.jsonl`;
    const bytes = utf8ToBytes(`${lines.join('\n')}\n`);
    await zip.add(name, new Blob([bytes as Uint8Array<ArrayBuffer>]), { level: LINES_LEVEL });
    counts[kind] += lines.length;
    parts.push({ name, kind, lines: lines.length, hash: bytesToHex(sha256(bytes)) });
  }
  for (const hash of await storage.files.hashes(projectId)) {
    const blob = await storage.files.get(projectId, hash);
    if (!blob) continue;
    const name = `files-${hash}`;
    const sha = sha256.create();
    await zip.add(name, blob, { level: FILE_LEVEL, each: (bytes) => sha.update(bytes) });
    counts.files += 1;
    parts.push({ name, kind: 'files', lines: 1, type: blob.type, hash: bytesToHex(sha.digest()) });
  }
  const manifest: BackupManifest = {
    format: 'hone-backup',
    version: BACKUP_VERSION,
    projectId,
    name: row.project.name,
    savedAt,
    counts,
    parts,
  };
  await zip.add(MANIFEST_NAME, new Blob([JSON.stringify(manifest, null, 1)]), {
    level: LINES_LEVEL,
  });
  return zip.finish();
}

interface Lines {
  readonly kind: PartKind;
  readonly lines: readonly string[];
}

/** Events first: they are what nobody could make again. */
async function* readLines(storage: Storage, projectId: ProjectId): AsyncGenerator<Lines> {
  const events = await storage.events.of(projectId);
  for (let from = 0; from < events.length; from += PART_LINES) {
    yield { kind: 'events', lines: events.slice(from, from + PART_LINES).map(encodeValue) };
  }
  const total = await storage.items.count(projectId);
  for (let from = 0; from < total; from += PART_LINES) {
    const items = await storage.items.range(projectId, from, from + PART_LINES);
    yield { kind: 'items', lines: items.map(encodeValue) };
  }
  for (const checkpoint of await storage.checkpoints.list(projectId)) {
    const weights = await storage.checkpoints.weights(checkpoint.id);
    yield { kind: 'checkpoints', lines: [encodeValue({ checkpoint, weights })] };
  }
}
