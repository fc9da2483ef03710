/**
 * Pictures that move are read by their first frame, so that frame is what a person sees of them: nobody
 * answers about something that the model never saw.
 */

const HEAD_BYTES = 32;
/** Of the flags of an extended WebP (RFC 9649, 2.7). */
const ANIMATION = 0x02;

/** The picture, or its first frame as PNG where it moves. */
export async function stillOf(blob: Blob): Promise<Blob> {
  if (!['image/gif', 'image/webp', 'image/avif'].includes(blob.type)) return blob;
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  if (!mayMove(head)) return blob;
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

/** By how the file begins; of a GIF only its end would tell. */
function mayMove(head: Uint8Array): boolean {
  const text = (from: number): string => String.fromCharCode(...head.subarray(from, from + 4));
  if (text(0) === 'GIF8') return true;
  if (text(12) === 'VP8X') return ((head[20] ?? 0) & ANIMATION) !== 0;
  return text(8) === 'avis';
}
