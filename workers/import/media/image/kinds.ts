/** Kinds of pictures by how their files begin, whatever they are called. */

export type ImageKind = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif';

export const MIME: Readonly<Record<ImageKind, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
};

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** `head` holds the first bytes of the file, some 16 at least. */
export function kindOf(head: Uint8Array): ImageKind | null {
  if (PNG.every((byte, i) => head[i] === byte)) return 'png';
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  const text = (from: number, length: number): string => textAt(head, from, length);
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return 'webp';
  if (text(0, 6) === 'GIF87a' || text(0, 6) === 'GIF89a') return 'gif';
  if (text(4, 4) === 'ftyp' && ['avif', 'avis'].includes(text(8, 4))) return 'avif';
  return null;
}

export function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
