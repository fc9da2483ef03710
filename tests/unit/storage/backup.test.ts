import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Zip, ZipPassThrough } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { BlobHash, ProjectId } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { type ReadBackup, readBackup } from '../../../src/storage/backup-read.ts';
import { writeBackup } from '../../../src/storage/backup-write.ts';
import { bytesOf, signatureBytes } from './signature-bytes.ts';

const PICTURES = [signatureBytes(700_000, 1), signatureBytes(1_300_000, 2), signatureBytes(300, 3)];
const SOUND = new Uint8Array(400_000).fill(1, 200, 90_000);
const FILES = new Map(
  [...PICTURES, SOUND].map((bytes) => [
    bytesToHex(sha256(bytes)) as BlobHash,
    new Blob([bytes], { type: bytes === SOUND ? 'audio/wav' : 'image/jpeg' }),
  ]),
);
const EVENTS = [{ id: 'e1' }, { id: 'e2' }];
const ITEMS = [{ id: 'i1', ordinal: 0 }];

/** As much of a storage as a backup asks for. */
const storage = {
  projects: { get: async () => ({ project: { name: 'Birds' } }) },
  events: { of: async () => EVENTS },
  items: { count: async () => ITEMS.length, range: async () => ITEMS },
  checkpoints: { list: async () => [] },
  files: {
    hashes: async () => [...FILES.keys()],
    get: async (_: ProjectId, hash: BlobHash) => FILES.get(hash),
  },
} as unknown as Storage;

const saved = (): Promise<Blob> => writeBackup(storage, 'p' as ProjectId);

const facts = async (blob: Blob): Promise<string> =>
  `${blob.type} ${bytesToHex(sha256(await bytesOf(blob)))}`;

async function filesOf({ files }: ReadBackup): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const file of files) found[file.hash] = await facts(await file.blob());
  return found;
}

async function allFiles(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [hash, blob] of FILES) found[hash] = await facts(blob);
  return found;
}

/** The way backups were written before: sizes behind the files, none before them. */
async function streamed(blob: Blob): Promise<Blob> {
  const { manifest, files } = await readBackup(blob);
  const chunks: BlobPart[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk as Uint8Array<ArrayBuffer>));
  const add = (name: string, bytes: Uint8Array): void => {
    const file = new ZipPassThrough(name);
    zip.add(file);
    file.push(bytes, true);
  };
  for (const file of files) add(`files-${file.hash}`, await bytesOf(await file.blob()));
  const parts = manifest?.parts.filter(({ kind }) => kind === 'files');
  add('manifest.json', new TextEncoder().encode(JSON.stringify({ ...manifest, parts })));
  zip.end();
  return new Blob(chunks);
}

describe('a backup', () => {
  it('gives back files whose bytes look like headers of a ZIP', async () => {
    const content = await readBackup(await saved());
    expect(content.damage).toEqual([]);
    expect(content.events).toEqual(EVENTS);
    expect(await content.items[0]?.read()).toEqual(ITEMS);
    expect(await filesOf(content)).toEqual(await allFiles());
  });

  it('of the kind written before gives them back too', async () => {
    const content = await readBackup(await streamed(await saved()));
    expect(content.damage).toEqual([]);
    expect(await filesOf(content)).toEqual(await allFiles());
  });

  it('holds items as parts that are read one by one, in their order', async () => {
    const many = Array.from({ length: 4_500 }, (_, ordinal) => ({ id: `i${ordinal}`, ordinal }));
    const items = {
      count: async () => many.length,
      range: async (_: ProjectId, from: number, to: number) => many.slice(from, to),
    };
    const blob = await writeBackup({ ...storage, items } as unknown as Storage, 'p' as ProjectId);
    const content = await readBackup(blob);
    expect(content.items.map(({ count }) => count)).toEqual([2_000, 2_000, 500]);
    expect(await content.items[2]?.read()).toEqual(many.slice(4_000));
    expect(await content.items[0]?.read()).toEqual(many.slice(0, 2_000));
  });

  it('gives up what is whole when it is cut off', async () => {
    const whole = await saved();
    const [first, second] = [...FILES.keys()];
    const content = await readBackup(whole.slice(0, 1_500_000));
    expect(content.events).toEqual(EVENTS);
    expect(await content.items[0]?.read()).toEqual(ITEMS);
    expect(content.files.map(({ hash }) => hash)).toEqual([first]);
    expect(content.damage.join()).toMatch(/manifest\.json\) is missing/);
    expect(content.damage.join()).toMatch(new RegExp(`files-${second} is cut off`));
    const almost = await readBackup(whole.slice(0, whole.size - 1));
    expect(almost.damage).toEqual([]);
    expect(await filesOf(almost)).toEqual(await allFiles());
  });

  it('names a file that is damaged and keeps the others', async () => {
    const bytes = await bytesOf(await saved());
    bytes[1_000_000] = (bytes[1_000_000] as number) ^ 1;
    const content = await readBackup(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    const [, second, ...others] = [...FILES.keys()];
    expect(content.damage).toHaveLength(1);
    expect(content.damage[0]).toMatch(new RegExp(`files-${second}.*checksum.*left out`));
    expect(content.files).toHaveLength(others.length + 1);
  });
});
