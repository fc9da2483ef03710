/** Makes the small copy of a picture, off the main thread. */
import type { BlobHash, ProjectId } from '../../../../src/domain/records.ts';
import { fittedSize } from '../../../../src/modalities/image/raster.ts';
import { THUMBNAIL_SIDE } from '../../../../src/modalities/image/thumbnail.ts';
import type { Storage } from '../../../../src/storage/api.ts';
import { thumbnailKey } from '../../../../src/storage/thumbnail-key.ts';
import { ImportFailure } from '../../failure.ts';

/** Of JPEG: 5 to 10 kB a copy, and no blocks that an eye sees at this size. */
const QUALITY = 0.8;

/**
 * No side longer than `THUMBNAIL_SIDE`, upright where the bitmap is, on white where it shines through
 * (as the encoder sees it). JPEG: WebP took seven times as long to write (23 against 3.5 ms).
 */
export async function drawThumbnail(bitmap: ImageBitmap): Promise<Blob> {
  const { width, height } = fittedSize(bitmap.width, bitmap.height, THUMBNAIL_SIDE);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This browser lends no canvas to draw pictures with.');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'medium';
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
}

/** Makes the copy of a stored file anew and keeps it. Rejects where the file is gone or damaged. */
export async function remakeThumbnail(
  storage: Storage,
  projectId: ProjectId,
  hash: BlobHash,
): Promise<Blob> {
  const file = await storage.files.get(projectId, hash);
  if (!file) throw new ImportFailure('not-found', 'The file of this item is not on this device.');
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const made = await drawThumbnail(bitmap);
    await storage.caches.set(projectId, thumbnailKey(hash), made);
    return made;
  } finally {
    bitmap.close();
  }
}
