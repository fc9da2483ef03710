/**
 * Reads a backup part by part; every part is checked against its hash. Items, models, pictures and
 * sounds are looked through without being kept, and read once more when they are put in.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import type { BlobHash } from '../domain/records.ts';
import { decodeValue } from './backup-codec.ts';
import {
  BACKUP_VERSION,
  type BackupManifest,
  MANIFEST_NAME,
  PART_KINDS,
  type PartKind,
} from './backup-format.ts';
import { openParts, type Part } from './backup-parts.ts';

export interface ReadBackup {
  /** Null when the manifest itself is lost; the parts are then taken by their names. */
  readonly manifest: BackupManifest | null;
  readonly events: readonly unknown[];
  /** In the order they were written in. */
  readonly items: readonly LinePart[];
  readonly checkpoints: readonly LinePart[];
  /** The sound ones. */
  readonly files: readonly BackupFile[];
  /** Plain words: which part, what is wrong. */
  readonly damage: readonly string[];
}

/** A few thousand items, or one model. */
export interface LinePart {
  /** Of those that can be read. */
  readonly count: number;
  read(): Promise<readonly unknown[]>;
}

/** A picture or a sound in the backup. */
export interface BackupFile {
  readonly hash: BlobHash;
  readonly size: number;
  blob(): Promise<Blob>;
}

/** Throws an Error with words for the person when the file is no backup at all. */
export async function readBackup(blob: Blob): Promise<ReadBackup> {
  const { byName, damage: found } = await openParts(blob);
  const damage = [...found];
  const manifest = await readManifest(byName.get(MANIFEST_NAME), damage);
  const listed = new Map(manifest?.parts.map((part) => [part.name, part]));
  const names = manifest
    ? [...listed.keys()]
    : [...byName.keys()].filter((name) => name !== MANIFEST_NAME).sort();
  if (names.length === 0)
    throw new Error('This file is not a Hone backup: it holds none of its parts.');
  const events: unknown[] = [];
  const lines = { items: [] as LinePart[], checkpoints: [] as LinePart[] };
  const files: BackupFile[] = [];
  for (const name of names) {
    const kind = kindOf(name);
    const part = byName.get(name);
    if (!kind) continue;
    if (!part) {
      damage.push(`${name} is missing`);
      continue;
    }
    if (kind === 'files') {
      const file = await readFile(part, { name, type: listed.get(name)?.type ?? '' }, damage);
      if (file) files.push(file);
      continue;
    }
    const values = await readLines(part, { name, hash: listed.get(name)?.hash }, damage);
    if (kind === 'events') for (const value of values) events.push(value);
    else lines[kind].push({ count: values.length, read: () => readLines(part, { name }, []) });
  }
  return { manifest, events, ...lines, files, damage };
}

function kindOf(name: string): PartKind | null {
  return PART_KINDS.find((kind) => kind === name.split('-')[0]) ?? null;
}

interface FileFacts {
  readonly name: string;
  readonly type: string;
}

/** A file is named by the hash of its bytes. */
async function readFile(
  part: Part,
  { name, type }: FileFacts,
  damage: string[],
): Promise<BackupFile | null> {
  const expected = name.slice('files-'.length);
  const sha = sha256.create();
  let size = 0;
  try {
    for await (const chunk of part.chunks()) {
      sha.update(chunk);
      size += chunk.length;
    }
    if (bytesToHex(sha.digest()) !== expected)
      throw new Error('it is damaged (its checksum is wrong)');
  } catch (error) {
    damage.push(`the file ${name}: ${(error as Error).message}; it is left out`);
    return null;
  }
  return {
    hash: expected as BlobHash,
    size,
    async blob() {
      const chunks: BlobPart[] = [];
      for await (const chunk of part.chunks()) chunks.push(chunk);
      return new Blob(chunks, { type });
    },
  };
}

/** As much of it as can be read. */
async function readWhole(part: Part): Promise<{ bytes: Uint8Array; problem: string | null }> {
  const chunks: Uint8Array[] = [];
  let problem: string | null = null;
  try {
    for await (const chunk of part.chunks()) chunks.push(chunk);
  } catch (error) {
    problem = (error as Error).message;
  }
  return { bytes: concatBytes(...chunks), problem };
}

async function readManifest(
  part: Part | undefined,
  damage: string[],
): Promise<BackupManifest | null> {
  if (!part) {
    damage.push('the table of contents (manifest.json) is missing');
    return null;
  }
  const { bytes } = await readWhole(part);
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

interface LineFacts {
  readonly name: string;
  /** Hex SHA-256 that the manifest names. */
  readonly hash?: string | undefined;
}

async function readLines(
  part: Part,
  { name, hash }: LineFacts,
  damage: string[],
): Promise<readonly unknown[]> {
  const { bytes, problem } = await readWhole(part);
  if (problem) damage.push(`${name}: ${problem}; its readable lines are kept`);
  else if (hash && bytesToHex(sha256(bytes)) !== hash) {
    damage.push(
      `${name} was altered or damaged (its checksum is wrong); its readable lines are kept`,
    );
  }
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
