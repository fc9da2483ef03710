/** Small copies of large pictures for lists: decoded once at small size, kept while the project is open. */
import type { BlobHash, ImageContent } from '../../../domain/records.ts';
import type { Media } from '../../view-contract.ts';

/** Smaller pictures are their own thumbnails. */
export const LARGE_SIDE = 512;
const SIDE = 224;
const MOST_KEPT = 500;
const QUALITY = 0.8;

const kept = new WeakMap<Media, Map<BlobHash, Promise<string>>>();

/** As a data address, so that it goes when nobody holds it. */
export function thumbnailOf(content: ImageContent, media: Media): Promise<string> {
  const own = kept.get(media) ?? new Map<BlobHash, Promise<string>>();
  kept.set(media, own);
  const known = own.get(content.blob);
  if (known) return known;
  const made = draw(content, media);
  own.set(content.blob, made);
  made.catch(() => own.delete(content.blob));
  const oldest = own.keys().next().value;
  if (own.size > MOST_KEPT && oldest !== undefined) own.delete(oldest);
  return made;
}

async function draw({ blob, width, height }: ImageContent, media: Media): Promise<string> {
  const share = SIDE / Math.max(width, height);
  const bitmap = await createImageBitmap(await media.blob(blob), {
    // One side alone: the other follows, also where a tag turns the picture.
    resizeWidth: Math.max(1, Math.round(width * share)),
    resizeQuality: 'medium',
  });
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.toDataURL('image/jpeg', QUALITY);
}
