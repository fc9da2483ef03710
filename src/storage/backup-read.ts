/**
 * Reads a backup part by part. The ZIP is read as a stream from its start, so that a file cut off
 * at the end still gives up what came before; every part is checked against its hash.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Unzip, UnzipInflate } from 'fflate';
import type { BlobHash } from '../domain/records.ts';
import type { StoredFile } from './api.ts';
import { decodeValue } from './backup-codec.ts';
import {
  BACKUP_VERSION,
  type BackupManifest,
  MANIFEST_NAME,
  PART_KINDS,
  type PartKind,
} from './backup-format.ts';

export interface ReadBackup {
  /** Null when the manifest itself is lost; the parts are then taken by their names. */
  readonly manifest: BackupManifest | null;
  readonly values: Readonly<Record<PartKind, readonly unknown[]>>;
  /** Plain words: which part, what is wrong. */
  readonly damage: readonly string[];
}

/** Throws an Error with words for the person when the file is no backup at all. */
export async function readBackup(blob: Blob): Promise<ReadBackup> {
  const { files, damage } = await unzip(blob);
  const manifest = readManifest(files.get(MANIFEST_NAME), damage);
  const names =
    manifest?.parts.map((part) => part.name) ??
    [...files.keys()].filter((name) => name !== MANIFEST_NAME).sort();
  if (names.length === 0)
    throw new Error('This file is not a Hone backup: it holds none of its parts.');
  const values: Record<PartKind, unknown[]> = {
    items: [],
    events: [],
    checkpoints: [],
    files: [],
  };
  for (const name of names) {
    const kind = kindOf(name);
    const bytes = files.get(name);
    if (!kind) continue;
    if (!bytes) {
      damage.push(`${name} is missing`);
      continue;
    }
    const part = manifest?.parts.find((one) => one.name === name);
    const expected = kind === 'files' ? name.slice('files-'.length) : part?.hash;
    const isSound = !expected || bytesToHex(sha256(bytes)) === expected;
    if (kind === 'files') {
      if (isSound) values.files.push(toFile(expected ?? '', bytes, part?.type));
      else damage.push(`the file ${name} is damaged (its checksum is wrong); it is left out`);
      continue;
    }
    if (!isSound) {
      damage.push(
        `${name} was altered or damaged (its checksum is wrong); its readable lines are kept`,
      );
    }
    values[kind].push(...readLines(name, bytes, damage));
  }
  return { manifest, values, damage };
}

function kindOf(name: string): PartKind | null {
  return PART_KINDS.find((kind) => kind === name.split('-')[0]) ?? null;
}

/** A file is named by the hash of its bytes. */
function toFile(hash: string, bytes: Uint8Array, type = ''): StoredFile {
  return { hash: hash as BlobHash, blob: new Blob([bytes as Uint8Array<ArrayBuffer>], { type }) };
}

function readManifest(bytes: Uint8Array | undefined, damage: string[]): BackupManifest | null {
  if (!bytes) {
    damage.push('the table of contents (manifest.json) is missing');
    return null;
  }
  let manifest: BackupManifest;
  try {
    manifest = JSON.parse(new TextDecoder().decode(bytes)) as BackupManifest;
  } catch {
    damage.push('the table of contents (manifest.json) cannot be read');
    return null;
  }
  if (manifest.format !== 'hone-backup') throw new Error('This ZIP is not a Hone backup.');
  if (manifest.version > BACKUP_VERSION) {
    throw new Error(
      `This backup was written by a newer Hone (format ${manifest.version}); update Hone first.`,
    );
  }
  return manifest;
}

function readLines(name: string, bytes: Uint8Array, damage: string[]): unknown[] {
  const lines = new TextDecoder()
    .decode(bytes)
    .split('\n')
    .filter((line) => line !== '');
  let broken = 0;
  const values = lines.flatMap((line) => {
    try {
      return [decodeValue(line)];
    } catch {
      broken += 1;
      return [];
    }
  });
  if (broken > 0) damage.push(`${name}: ${broken} of ${lines.length} lines cannot be read`);
  return values;
}

async function unzip(blob: Blob): Promise<{ files: Map<string, Uint8Array>; damage: string[] }> {
  const files = new Map<string, Uint8Array>();
  const damage: string[] = [];
  const begun = new Set<string>();
  const unzipper = new Unzip((file) => {
    begun.add(file.name);
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error) {
        damage.push(`${file.name} cannot be unpacked (${error.message})`);
        return;
      }
      chunks.push(chunk);
      if (isLast) files.set(file.name, join(chunks));
    };
    file.start();
  });
  unzipper.register(UnzipInflate);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new Error('This file is not a ZIP, so it is no Hone backup.');
  try {
    unzipper.push(bytes, true);
  } catch (error) {
    damage.push(
      `the file is cut off or damaged (${(error as Error).message}); what came before was read`,
    );
  }
  for (const name of begun) {
    if (!files.has(name) && !damage.some((line) => line.startsWith(name)))
      damage.push(`${name} is cut off`);
  }
  return { files, damage };
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
