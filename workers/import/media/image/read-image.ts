/** From one file to one picture: looked at by its header, freed of its location, decoded once. */
import type { ImageContent } from '../../../../src/domain/records.ts';
import { fileHash, hashOfContent } from '../../../../src/modalities/content-hash.ts';
import { needsThumbnail } from '../../../../src/modalities/image/thumbnail.ts';
import { thumbnailKey } from '../../../../src/storage/thumbnail-key.ts';
import type { MediaFile, MediaOutcome, MediaReader } from '../media-reader.ts';
import { type Header, readHeader } from './header.ts';
import { type ImageKind, kindOf, MIME } from './kinds.ts';
import { withoutLocation } from './location.ts';
import { drawThumbnail } from './thumbnail.ts';

/** Decoded, a picture takes four bytes a pixel: 256 MB here. */
const MAX_PIXELS = 64_000_000;
/** Browsers draw no side longer than that. */
const MAX_SIDE = 16_384;

export const imageReader: MediaReader = {
  recognises: (head) => kindOf(head) !== null,
  async read(file, { options }) {
    const bytes = new Uint8Array(await file.blob.arrayBuffer());
    const kind = kindOf(bytes);
    if (!kind) return { problem: 'is no picture that Hone knows' };
    const header = readHeader(bytes, kind);
    if ('problem' in header) return header;
    const problem = problemOf(header);
    if (problem) return { problem };
    const kept = options.keepLocation ? bytes : withoutLocation(bytes, kind);
    return take(file, { bytes: kept, kind, header });
  },
};

/** Said before anything is decoded. */
function problemOf({ width, height }: Header): string | null {
  if (width === 0 || height === 0) return 'has no pixels';
  if (width <= MAX_SIDE && height <= MAX_SIDE && width * height <= MAX_PIXELS) return null;
  const most = MAX_PIXELS / 1_000_000;
  return `is ${width} by ${height} pixels large; up to ${most} million pixels can be opened, and sides up to ${MAX_SIDE}`;
}

interface Taken {
  readonly bytes: Uint8Array;
  readonly kind: ImageKind;
  readonly header: Header;
}

async function take({ name }: MediaFile, { bytes, kind, header }: Taken): Promise<MediaOutcome> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: MIME[kind] });
  const decoded = await decode(blob);
  if (!decoded) return { problem: 'is damaged, or of a kind that this browser cannot open' };
  const { size, thumbnail } = decoded;
  if (!isSame(size, header))
    return { problem: 'is damaged: it holds another size than its header says' };
  const hash = await fileHash(blob);
  const base = name.split('/').at(-1) ?? name;
  const content: ImageContent = { kind: 'image', blob: hash, name: base, ...size };
  const files = [{ hash, blob }];
  const caches = thumbnail ? { [thumbnailKey(hash)]: thumbnail } : {};
  return { items: [{ content, hash: hashOfContent(content), files, fields: {}, caches }] };
}

interface Decoded {
  readonly size: Header;
  /** Null where the picture is small enough, or where none could be drawn: it is made when asked for. */
  readonly thumbnail: Blob | null;
}

/** Upright, or null when it cannot be decoded. */
async function decode(blob: Blob): Promise<Decoded | null> {
  try {
    const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' });
    const { width, height } = bitmap;
    const size = { width, height };
    const thumbnail = needsThumbnail(size) ? await drawThumbnail(bitmap).catch(() => null) : null;
    bitmap.close();
    return { size, thumbnail };
  } catch {
    return null;
  }
}

/** Orientation tags may turn a picture on its side. */
function isSame(a: Header, b: Header): boolean {
  return (
    (a.width === b.width && a.height === b.height) || (a.width === b.height && a.height === b.width)
  );
}
