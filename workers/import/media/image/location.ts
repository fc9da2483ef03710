/**
 * Takes out of a picture's file where it was taken, and touches nothing else: the bytes of the GPS
 * directory of its Exif data become zeros (Exif 2.32, 4.6.6) and its entry an unused one, GPS values in
 * XMP become blanks. The pixels are the same to the last bit, and so is the length of the file.
 */
import { crc32 } from './crc32.ts';
import { type ImageKind, textAt } from './kinds.ts';

const GPS_POINTER = 0x8825;
/** A private tag without a meaning: readers pass over it. */
const UNUSED_TAG = 0xeeee;
const ENTRY_BYTES = 12;
/** Bytes per value of the Exif types 1 to 12. */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/** The same file without a location; the very same bytes when there is none. */
export function withoutLocation(bytes: Uint8Array, kind: ImageKind): Uint8Array {
  const result = bytes.slice();
  let isChanged = false;
  for (const start of tiffStarts(result)) isChanged = blankGps(result, start) || isChanged;
  isChanged = blankXmp(result) || isChanged;
  if (!isChanged) return bytes;
  if (kind === 'png') mendChecksums(result);
  return result;
}

/** Wherever a TIFF header stands as Exif data do: behind "Exif", or at the start of an eXIf chunk. */
function tiffStarts(bytes: Uint8Array): readonly number[] {
  const starts: number[] = [];
  for (let at = 4; at + 8 < bytes.length; at++) {
    const isLittle = bytes[at] === 0x49 && bytes[at + 1] === 0x49 && bytes[at + 2] === 42;
    const isBig = bytes[at] === 0x4d && bytes[at + 1] === 0x4d && bytes[at + 3] === 42;
    if (!isLittle && !isBig) continue;
    const behind = textAt(bytes, Math.max(0, at - 8), 8);
    if (/Exif\0\0$|eXIf$|EXIF....$/s.test(behind)) starts.push(at);
  }
  return starts;
}

function blankGps(bytes: Uint8Array, start: number): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  const isLittle = bytes[start] === 0x49;
  const fits = (at: number, size: number): boolean => at >= 0 && at + size <= view.byteLength;
  const first = view.getUint32(4, isLittle);
  if (!fits(first, 2)) return false;
  const count = view.getUint16(first, isLittle);
  let isChanged = false;
  for (let i = 0; i < count; i++) {
    const entry = first + 2 + i * ENTRY_BYTES;
    if (!fits(entry, ENTRY_BYTES)) break;
    if (view.getUint16(entry, isLittle) !== GPS_POINTER) continue;
    const directory = view.getUint32(entry + 8, isLittle);
    if (fits(directory, 2)) blankDirectory(view, directory, isLittle);
    view.setUint16(entry, UNUSED_TAG, isLittle);
    view.setUint32(entry + 8, 0, isLittle);
    isChanged = true;
  }
  return isChanged;
}

/** Its entries and the values that lie elsewhere. */
function blankDirectory(view: DataView, directory: number, isLittle: boolean): void {
  const count = view.getUint16(directory, isLittle);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + i * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > view.byteLength) break;
    const type = view.getUint16(entry + 2, isLittle);
    const size = (TYPE_BYTES[type] ?? 0) * view.getUint32(entry + 4, isLittle);
    if (size > 4) blank(view, view.getUint32(entry + 8, isLittle), size);
    blank(view, entry, ENTRY_BYTES);
  }
  blank(view, directory, 2);
}

function blank(view: DataView, from: number, size: number): void {
  const end = Math.min(view.byteLength, from + size);
  for (let at = from; at < end; at++) view.setUint8(at, 0);
}

const GPS_VALUE = /(exif:GPS\w+\s*=\s*["'])([^"']*)|(<exif:GPS\w+[^>]*>)([^<]*)/g;

/** `exif:GPSLatitude="52,31.1N"` and the same as an element: the value becomes blanks. */
function blankXmp(bytes: Uint8Array): boolean {
  const from = indexOfText(bytes, 'exif:GPS');
  if (from < 0) return false;
  const text = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, from - 1)));
  const base = Math.max(0, from - 1);
  let isChanged = false;
  for (const match of text.matchAll(GPS_VALUE)) {
    const before = match[1] ?? match[3] ?? '';
    const value = match[2] ?? match[4] ?? '';
    bytes.fill(
      0x20,
      base + match.index + before.length,
      base + match.index + before.length + value.length,
    );
    isChanged = isChanged || value.trim() !== '';
  }
  return isChanged;
}

function indexOfText(bytes: Uint8Array, text: string): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (textAt(bytes, at, text.length) === text) return at;
  return -1;
}

/** Chunks of a PNG carry a checksum of their name and data. */
function mendChecksums(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > bytes.length) return;
    const name = textAt(bytes, at + 4, 4);
    if (name === 'eXIf' || name === 'iTXt') view.setUint32(end, crc32(bytes.subarray(at + 4, end)));
  }
}
