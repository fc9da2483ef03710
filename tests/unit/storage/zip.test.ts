import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/storage/zip/crc.ts';
import { readDirectory } from '../../../src/storage/zip/read-directory.ts';
import { openZip } from '../../../src/storage/zip/read-zip.ts';
import type { ZipEntry } from '../../../src/storage/zip/records.ts';
import { centralRecord, endRecords } from '../../../src/storage/zip/write-records.ts';
import { createZipWriter } from '../../../src/storage/zip/write-zip.ts';
import { bytesOf, digests, signatureBytes } from './signature-bytes.ts';

const NOW = new Date(2026, 10, 27, 12, 30, 10);
const ENTRY: ZipEntry = {
  name: 'near',
  isEncrypted: false,
  method: 0,
  crc: 7,
  packed: 4_000_000_000,
  size: 4_000_000_000,
  offset: 0,
};

async function written(files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): Promise<Blob> {
  const zip = createZipWriter(NOW);
  for (const [name, bytes] of Object.entries(files))
    await zip.add(name, new Blob([bytes]), { level: 1 });
  return zip.finish();
}

async function readAll(blob: Blob): Promise<Record<string, Uint8Array>> {
  const archive = await openZip(blob);
  const found: Record<string, Uint8Array> = {};
  for (const entry of archive?.entries ?? []) {
    const chunks: BlobPart[] = [];
    for await (const chunk of archive?.read(entry) ?? []) chunks.push(chunk);
    found[entry.name] = await bytesOf(new Blob(chunks));
  }
  return found;
}

const fflateZip = (files: Zippable): Blob => new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]);

describe('a written ZIP', () => {
  const files = {
    'noise.jpg': signatureBytes(2_500_000),
    'zeros.wav': new Uint8Array(3_000_000),
    'Grünspecht.txt': strToU8('pock') as Uint8Array<ArrayBuffer>,
    'nothing.txt': new Uint8Array(0),
  };

  it('comes back as it went in, and so from another reader', async () => {
    const blob = await written(files);
    expect(digests(await readAll(blob))).toEqual(digests(files));
    expect(digests(unzipSync(await bytesOf(blob)))).toEqual(digests(files));
    expect(blob.size).toBeLessThan(2_600_000);
  });

  it('has size and checksum before each file', async () => {
    const bytes = await bytesOf(await written({ 'a.bin': files['noise.jpg'] }));
    const view = new DataView(bytes.buffer);
    expect(view.getUint16(6, true) & 8).toBe(0);
    expect(view.getUint32(14, true)).toBe(crc32(files['noise.jpg']));
    expect(view.getUint32(18, true)).toBe(2_500_000);
    expect(view.getUint32(22, true)).toBe(2_500_000);
  });

  it('may hold more files than 16 bits count', async () => {
    const entries = 66_000;
    const first = new Uint8Array(30);
    const record = centralRecord({ ...ENTRY, size: 0, packed: 0 }, NOW);
    const records: Uint8Array<ArrayBuffer>[] = Array.from({ length: entries }, () => record);
    const end = endRecords({ entries, offset: first.length, length: entries * record.length });
    expect(await readDirectory(new Blob([first, ...records, end]))).toHaveLength(entries);
  });

  it('may be larger than 32 bits count', async () => {
    const far = { ...ENTRY, name: 'far', offset: 5_000_000_000 };
    const records = [centralRecord(ENTRY, NOW), centralRecord(far, NOW)];
    const length = records.reduce((sum, one) => sum + one.length, 0);
    const offset = 9_000_000_000;
    const tail = new Blob([...records, endRecords({ entries: 2, offset, length })]);
    const sparse = {
      size: offset + tail.size,
      slice: (from: number, to: number) => tail.slice(Math.max(0, from - offset), to - offset),
    } as Blob;
    expect(await readDirectory(sparse)).toEqual([ENTRY, far]);
  });
});

describe('a read ZIP', () => {
  it('is none without its end, even when a ZIP lies in it', async () => {
    const inner = await bytesOf(await written({ 'inner.txt': signatureBytes(50) }));
    const outer = await written({ 'a.zip': inner as Uint8Array<ArrayBuffer> });
    expect((await openZip(outer))?.entries.map(({ name }) => name)).toEqual(['a.zip']);
    for (const size of [outer.size - 1, outer.size - 30, 35 + inner.length, 60])
      expect(await openZip(outer.slice(0, size))).toBeNull();
  });

  it('may have a comment and bytes behind its end', async () => {
    const blob = new Blob([await written({ a: signatureBytes(9) }), new Uint8Array(40)]);
    expect(Object.keys(await readAll(blob))).toEqual(['a']);
  });

  it('never unpacks to more than it says', async () => {
    const bytes = await bytesOf(fflateZip({ 'a.bin': new Uint8Array(100_000) }));
    const view = new DataView(bytes.buffer);
    const [entry] = (await readDirectory(new Blob([bytes as Uint8Array<ArrayBuffer>]))) ?? [];
    const central = bytes.length - 22 - 46 - 5;
    expect(view.getUint32(central + 24, true)).toBe(entry?.size);
    view.setUint32(central + 24, 1_000, true);
    await expect(readAll(new Blob([bytes as Uint8Array<ArrayBuffer>]))).rejects.toThrow(
      /more than/,
    );
  });
});
