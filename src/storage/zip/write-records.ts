/** Headers and the table of contents as bytes (APPNOTE 4.3.7, 4.3.12 to 4.3.16, 4.4, 4.5.3). */
import {
  CENTRAL,
  CENTRAL_BYTES,
  END,
  END_64,
  END_64_BYTES,
  END_BYTES,
  EXTRA_64,
  FLAG_UTF8,
  IN_EXTRA,
  IN_EXTRA_16,
  LOCAL,
  LOCAL_BYTES,
  LOCATOR_64,
  LOCATOR_64_BYTES,
  viewOf,
  type ZipEntry,
} from './records.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Versions of the format that a reader must know: for packing at all, and for ZIP64. */
const VERSION = 20;
const VERSION_64 = 45;

export function localHeader(entry: ZipEntry, now: Date): Bytes {
  const name = new TextEncoder().encode(entry.name);
  const bytes = new Uint8Array(LOCAL_BYTES + name.length);
  const view = viewOf(bytes);
  view.setUint32(0, LOCAL, true);
  view.setUint16(4, VERSION, true);
  writeCommon(view, 6, { entry, now, nameLength: name.length });
  bytes.set(name, LOCAL_BYTES);
  return bytes;
}

/** The offset alone may need 64 bits: a single file is smaller than that. */
export function centralRecord(entry: ZipEntry, now: Date): Bytes {
  const name = new TextEncoder().encode(entry.name);
  const isFar = entry.offset >= IN_EXTRA;
  const extraAt = CENTRAL_BYTES + name.length;
  const bytes = new Uint8Array(extraAt + (isFar ? 12 : 0));
  const view = viewOf(bytes);
  view.setUint32(0, CENTRAL, true);
  view.setUint16(4, VERSION_64, true);
  view.setUint16(6, isFar ? VERSION_64 : VERSION, true);
  writeCommon(view, 8, { entry, now, nameLength: name.length });
  view.setUint16(30, bytes.length - extraAt, true);
  view.setUint32(42, isFar ? IN_EXTRA : entry.offset, true);
  bytes.set(name, CENTRAL_BYTES);
  if (isFar) {
    view.setUint16(extraAt, EXTRA_64, true);
    view.setUint16(extraAt + 2, 8, true);
    writeLong(view, extraAt + 4, entry.offset);
  }
  return bytes;
}

export interface Directory {
  readonly entries: number;
  readonly offset: number;
  readonly length: number;
}

export function endRecords({ entries, offset, length }: Directory): Bytes {
  const isLarge = entries >= IN_EXTRA_16 || offset >= IN_EXTRA || length >= IN_EXTRA;
  const at = isLarge ? END_64_BYTES + LOCATOR_64_BYTES : 0;
  const bytes = new Uint8Array(at + END_BYTES);
  const view = viewOf(bytes);
  if (isLarge) {
    view.setUint32(0, END_64, true);
    writeLong(view, 4, END_64_BYTES - 12);
    view.setUint16(12, VERSION_64, true);
    view.setUint16(14, VERSION_64, true);
    writeLong(view, 24, entries);
    writeLong(view, 32, entries);
    writeLong(view, 40, length);
    writeLong(view, 48, offset);
    view.setUint32(END_64_BYTES, LOCATOR_64, true);
    writeLong(view, END_64_BYTES + 8, offset + length);
    view.setUint32(END_64_BYTES + 16, 1, true);
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, Math.min(entries, IN_EXTRA_16), true);
  view.setUint16(at + 10, Math.min(entries, IN_EXTRA_16), true);
  view.setUint32(at + 12, Math.min(length, IN_EXTRA), true);
  view.setUint32(at + 16, Math.min(offset, IN_EXTRA), true);
  return bytes;
}

interface Common {
  readonly entry: ZipEntry;
  readonly now: Date;
  readonly nameLength: number;
}

/** Flags to the length of the name: the same in both headers. */
function writeCommon(view: DataView, at: number, { entry, now, nameLength }: Common): void {
  const year = Math.min(Math.max(now.getFullYear(), 1980), 2107);
  view.setUint16(at, FLAG_UTF8, true);
  view.setUint16(at + 2, entry.method, true);
  view.setUint16(
    at + 4,
    (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1),
    true,
  );
  view.setUint16(at + 6, ((year - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate(), true);
  view.setUint32(at + 8, entry.crc, true);
  view.setUint32(at + 12, entry.packed, true);
  view.setUint32(at + 16, entry.size, true);
  view.setUint16(at + 20, nameLength, true);
}

function writeLong(view: DataView, at: number, value: number): void {
  view.setBigUint64(at, BigInt(value), true);
}
