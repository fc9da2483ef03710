/** The table of contents at the end of a ZIP: APPNOTE 4.3.12 to 4.3.16, ZIP64 extra 4.5.3. */
import {
  CENTRAL,
  CENTRAL_BYTES,
  END,
  END_64,
  END_64_BYTES,
  END_BYTES,
  EXTRA_64,
  FLAG_ENCRYPTED,
  FLAG_UTF8,
  IN_EXTRA,
  LOCATOR_64,
  LOCATOR_64_BYTES,
  viewOf,
  type ZipEntry,
} from './records.ts';

const MAX_COMMENT = 65_535;
/** A longer one is no table that could be held. */
const MAX_DIRECTORY_BYTES = 256 * 1_048_576;

/** Null when there is none that fits the file, as when the end of the file is lost. */
export async function readDirectory(blob: Blob): Promise<readonly ZipEntry[] | null> {
  const tailAt = Math.max(0, blob.size - END_BYTES - MAX_COMMENT - LOCATOR_64_BYTES);
  const tail = viewOf(await bytesAt(blob, tailAt, blob.size - tailAt));
  for (let i = tail.byteLength - END_BYTES; i >= 0; i -= 1) {
    if (tail.getUint32(i, true) !== END) continue;
    if (i + END_BYTES + tail.getUint16(i + 20, true) > tail.byteLength) continue;
    const place = await placeOf(blob, { tail, tailAt, i });
    // The end of an archive within this one fails here: its places count from its own start.
    if (place.at + place.length !== place.end || place.length > MAX_DIRECTORY_BYTES) continue;
    const entries = parseDirectory(await bytesAt(blob, place.at, place.length), place.at);
    if (entries) return entries.sort((a, b) => a.offset - b.offset);
  }
  return null;
}

interface Place {
  readonly at: number;
  readonly length: number;
  /** Where the record begins that must follow it. */
  readonly end: number;
}

interface End {
  readonly tail: DataView;
  readonly tailAt: number;
  /** Of the end record within the tail. */
  readonly i: number;
}

async function placeOf(blob: Blob, { tail, tailAt, i }: End): Promise<Place> {
  const locator = i - LOCATOR_64_BYTES;
  if (locator >= 0 && tail.getUint32(locator, true) === LOCATOR_64) {
    const end = readLong(tail, locator + 8);
    const record = viewOf(await bytesAt(blob, end, END_64_BYTES));
    if (record.byteLength === END_64_BYTES && record.getUint32(0, true) === END_64)
      return { length: readLong(record, 40), at: readLong(record, 48), end };
  }
  const length = tail.getUint32(i + 12, true);
  return { length, at: tail.getUint32(i + 16, true), end: tailAt + i };
}

/** Goes by the records themselves: their number overflows in what some systems write. */
function parseDirectory(bytes: Uint8Array, directoryAt: number): ZipEntry[] | null {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + CENTRAL_BYTES > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const nameAt = at + CENTRAL_BYTES;
    const extraAt = nameAt + view.getUint16(at + 28, true);
    const extraEnd = extraAt + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > bytes.length) return null;
    const flags = view.getUint16(at + 8, true);
    const [size, packed, offset] = readLongs(
      new DataView(view.buffer, view.byteOffset + extraAt, extraEnd - extraAt),
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
    );
    if (size === undefined || packed === undefined || offset === undefined) return null;
    if (offset >= directoryAt) return null;
    entries.push({
      name: decodeName(bytes.subarray(nameAt, extraAt), (flags & FLAG_UTF8) !== 0),
      isEncrypted: (flags & FLAG_ENCRYPTED) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      offset,
    });
    at = next;
  }
  return entries;
}

/** Those that do not fit 32 bits, from the ZIP64 extra, which holds just these in this order. */
function readLongs(extra: DataView, shorts: readonly number[]): readonly (number | undefined)[] {
  let at = -1;
  for (let i = 0; i + 4 <= extra.byteLength && at < 0; i += 4 + extra.getUint16(i + 2, true))
    if (extra.getUint16(i, true) === EXTRA_64) at = i + 4;
  return shorts.map((short) => {
    if (short !== IN_EXTRA || at < 0) return short;
    at += 8;
    return at <= extra.byteLength ? readLong(extra, at - 8) : undefined;
  });
}

function readLong(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** Some systems write UTF-8 without saying so; what is not is taken letter by letter. */
function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  }
}

async function bytesAt(blob: Blob, at: number, length: number): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(at, at + length).arrayBuffer());
}
