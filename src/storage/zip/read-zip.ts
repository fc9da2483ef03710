/** Files of a ZIP, each unpacked by itself from its own place and checked against its checksum. */
import { Inflate } from 'fflate';
import { crc32 } from './crc.ts';
import { readDirectory } from './read-directory.ts';
import { DEFLATED, LOCAL, LOCAL_BYTES, STORED, viewOf, type ZipEntry } from './records.ts';

export type { ZipEntry } from './records.ts';

export interface ZipArchive {
  /** In the order they lie in. */
  readonly entries: readonly ZipEntry[];
  /**
   * The unpacked bytes, never more than the entry says; throws in plain words what is wrong with
   * it, at the latest after the last of them.
   */
  read(entry: ZipEntry): AsyncGenerator<Uint8Array<ArrayBuffer>>;
}

/** Small files lie side by side: one look takes in many. */
const WINDOW_BYTES = 1_048_576;
/** Packed bytes unpacked at once; they become a thousand times as many at most. */
const PUSH_BYTES = 65_536;

/** Null when there is no usable table of contents. */
export async function openZip(blob: Blob): Promise<ZipArchive | null> {
  const entries = await readDirectory(blob);
  if (!entries) return null;
  const look = createWindow(blob);
  return { entries, read: (entry) => readEntry(entry, look) };
}

type Look = (at: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;

/** Gives fewer bytes than asked for at the end of the file or of what is held. */
function createWindow(blob: Blob): Look {
  let start = 0;
  let held = new Uint8Array(0);
  return async (at, length) => {
    const isHeld = at >= start && at + length <= start + held.length;
    if (!isHeld) {
      held = new Uint8Array(await blob.slice(at, at + WINDOW_BYTES).arrayBuffer());
      start = at;
    }
    return held.subarray(at - start, at - start + length);
  };
}

async function* readEntry(entry: ZipEntry, look: Look): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (entry.isEncrypted) throw new Error('it is encrypted');
  let size = 0;
  let crc = 0;
  for await (const bytes of unpack(entry, packedOf(entry, look))) {
    size += bytes.length;
    if (size > entry.size) throw new Error('it is damaged (it unpacks to more than it should)');
    crc = crc32(bytes, crc);
    yield bytes;
  }
  if (size < entry.size) throw new Error('it is damaged (a part of it is missing)');
  if (crc !== entry.crc) throw new Error('it is damaged (its checksum is wrong)');
}

/** Name and extra of the local header may differ in length from those of the table of contents. */
async function* packedOf(
  { offset, packed }: ZipEntry,
  look: Look,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const header = viewOf(await look(offset, LOCAL_BYTES));
  if (header.byteLength < LOCAL_BYTES || header.getUint32(0, true) !== LOCAL)
    throw new Error('it is damaged (it is not where it should be)');
  let at = offset + LOCAL_BYTES + header.getUint16(26, true) + header.getUint16(28, true);
  const end = at + packed;
  while (at < end) {
    const bytes = await look(at, Math.min(PUSH_BYTES, end - at));
    if (bytes.length === 0) throw new Error('it is cut off');
    at += bytes.length;
    yield bytes;
  }
}

async function* unpack(
  { method, packed }: ZipEntry,
  parts: AsyncGenerator<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (method === STORED) {
    yield* parts;
    return;
  }
  if (method !== DEFLATED) throw new Error(`it is packed in a way Hone does not know (${method})`);
  let ready: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  const inflate = new Inflate((chunk) => {
    ready = chunk as Uint8Array<ArrayBuffer>;
  });
  let left = packed;
  for await (const part of parts) {
    left -= part.length;
    try {
      inflate.push(part, left === 0);
    } catch (error) {
      throw new Error(`it cannot be unpacked (${(error as Error).message})`);
    }
    yield ready;
  }
}
