/**
 * What the header of a picture says of it, read without decoding: its size, and whether the file goes
 * on as long as it claims. A file that lies in its header is known before memory is spent on it.
 */
import { type ImageKind, textAt } from './kinds.ts';

export interface Header {
  readonly width: number;
  readonly height: number;
}

export type HeaderOutcome = Header | { readonly problem: string };

const CUT_OFF = { problem: 'is cut off' } as const;
const DAMAGED = { problem: 'is damaged: its header cannot be read' } as const;

export function readHeader(bytes: Uint8Array, kind: ImageKind): HeaderOutcome {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readers[kind](view, bytes);
  } catch (error) {
    // The only thing that a DataView throws: there are fewer bytes than the header needs.
    if (error instanceof RangeError) return CUT_OFF;
    throw error;
  }
}

type Reader = (view: DataView, bytes: Uint8Array) => HeaderOutcome;

const readers: Readonly<Record<ImageKind, Reader>> = {
  png: readPng,
  jpeg: readJpeg,
  webp: readWebp,
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  avif: readAvif,
};

/** Chunks are walked up to IEND: length, name, data, checksum (PNG 1.2, 3.2). */
function readPng(view: DataView, bytes: Uint8Array): HeaderOutcome {
  if (textAt(bytes, 12, 4) !== 'IHDR') return DAMAGED;
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  for (let at = 8; ; at += 12 + view.getUint32(at)) {
    if (at + 8 > bytes.length) return CUT_OFF;
    if (textAt(bytes, at + 4, 4) === 'IEND') return size;
  }
}

/** Frame headers that carry a size: SOF0 to SOF15 but for DHT, JPG and DAC (ITU T.81, B.1). */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function readJpeg(view: DataView, bytes: Uint8Array): HeaderOutcome {
  let size: Header | null = null;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return DAMAGED;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) return size ? (hasEnd(bytes, at) ? size : CUT_OFF) : DAMAGED;
    else {
      if (isFrame(marker)) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      at += 2 + view.getUint16(at + 2);
    }
  }
  return CUT_OFF;
}

/** In compressed data 0xff is never followed by 0xd9 but at the end. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at--)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

/** The three kinds of WebP (RFC 9649, 2.5 to 2.7). */
function readWebp(view: DataView, bytes: Uint8Array): HeaderOutcome {
  if (view.getUint32(4, true) + 8 > bytes.length + 1) return CUT_OFF;
  const kind = textAt(bytes, 12, 4);
  if (kind === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X') return DAMAGED;
  const three = (from: number): number =>
    view.getUint16(from, true) + (view.getUint8(from + 2) << 16);
  return { width: three(24) + 1, height: three(27) + 1 };
}

/** The largest `ispe` property (ISO 23008-12, 6.5.3): what is shown, not its thumbnail. */
function readAvif(view: DataView, bytes: Uint8Array): HeaderOutcome {
  let size: Header | null = null;
  for (let at = 4; at + 16 <= bytes.length; at++) {
    if (bytes[at] !== 0x69 || textAt(bytes, at, 4) !== 'ispe') continue;
    const own = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!size || own.width * own.height > size.width * size.height) size = own;
  }
  return size ?? DAMAGED;
}
