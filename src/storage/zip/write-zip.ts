/**
 * Writes a ZIP whose every file has size and checksum before it (APPNOTE 4.3.7), file after file;
 * what is written goes into Blobs, which browsers keep on the disk when they grow.
 */
import { Deflate } from 'fflate';
import { crc32 } from './crc.ts';
import { DEFLATED, IN_EXTRA, STORED, type ZipEntry } from './records.ts';
import { centralRecord, endRecords, localHeader } from './write-records.ts';

export interface ZipOptions {
  readonly level: 1 | 6;
  /** Sees the bytes as they go by. */
  readonly each?: (bytes: Uint8Array) => void;
}

export interface ZipWriter {
  add(name: string, content: Blob, options: ZipOptions): Promise<void>;
  finish(): Blob;
}

const SLICE_BYTES = 1_048_576;
const FOLD_BYTES = 8 * 1_048_576;

export function createZipWriter(now: Date): ZipWriter {
  const whole = createFolder();
  const directory = createFolder();
  const written = { entries: 0, bytes: 0, directoryBytes: 0 };
  return {
    async add(name, content, options) {
      const { crc, packed } = await pack(content, options);
      // What does not shrink lies there as it is.
      const isStored = packed.size >= content.size;
      const body = isStored ? content : packed;
      if (content.size >= IN_EXTRA) throw new Error(`${name} is too large for a ZIP.`);
      const entry: ZipEntry = {
        name,
        isEncrypted: false,
        method: isStored ? STORED : DEFLATED,
        crc,
        packed: body.size,
        size: content.size,
        offset: written.bytes,
      };
      const header = localHeader(entry, now);
      const record = centralRecord(entry, now);
      whole.add(header, header.length);
      // A Blob is in the browser's hands already; only what it is made of is counted.
      whole.add(body, 0);
      directory.add(record, record.length);
      written.entries += 1;
      written.bytes += header.length + body.size;
      written.directoryBytes += record.length;
    },
    finish() {
      const { entries, bytes: offset, directoryBytes: length } = written;
      whole.add(directory.blob(), 0);
      whole.add(endRecords({ entries, offset, length }), 0);
      return whole.blob('application/zip');
    },
  };
}

async function pack(content: Blob, { level, each }: ZipOptions) {
  const packed = createFolder();
  const deflate = new Deflate({ level }, (chunk) =>
    packed.add(chunk as Uint8Array<ArrayBuffer>, chunk.length),
  );
  let crc = 0;
  for (let at = 0; at < content.size || at === 0; at += SLICE_BYTES) {
    const bytes = new Uint8Array(await content.slice(at, at + SLICE_BYTES).arrayBuffer());
    crc = crc32(bytes, crc);
    each?.(bytes);
    deflate.push(bytes, at + SLICE_BYTES >= content.size);
  }
  return { crc, packed: packed.blob() };
}

interface Folder {
  add(part: BlobPart, bytes: number): void;
  blob(type?: string): Blob;
}

/** Holds no more than a few megabytes itself. */
function createFolder(): Folder {
  const folded: Blob[] = [];
  let loose: BlobPart[] = [];
  let bytes = 0;
  return {
    add(part, size) {
      loose.push(part);
      bytes += size;
      if (bytes < FOLD_BYTES) return;
      folded.push(new Blob(loose));
      loose = [];
      bytes = 0;
    },
    blob: (type = '') => new Blob([...folded, ...loose], { type }),
  };
}
