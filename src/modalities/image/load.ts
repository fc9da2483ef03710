/**
 * From a stored file to the small picture the encoder reads. Large pictures are scaled by the browser
 * to a few times the final size, and by area from there.
 */
import type { BlobHash, ItemContent } from '../../domain/records.ts';
import type { ReadBlob } from '../contract.ts';
import { applyPatches } from './edited.ts';
import { fittedSize, RASTER_SIDE, type Raster, shrink, toRgb } from './raster.ts';

/** The browser's own scaling ends here; the rest is done alike everywhere. */
const MIDDLE_SIDE = 4 * RASTER_SIDE;

export async function loadRaster(content: ItemContent, read: ReadBlob): Promise<Raster> {
  if (content.kind !== 'image') throw new Error(`a ${content.kind} is no image`);
  const own = await decodeRaster(await read(content.blob));
  const patches = content.patches ?? [];
  const names = new Set(patches.flatMap(({ fill }) => (fill.kind === 'item' ? [fill.blob] : [])));
  const pictures = new Map<BlobHash, Raster>();
  for (const name of names) pictures.set(name, await decodeRaster(await read(name)));
  return applyPatches(own, patches, pictures);
}

/** Upright (orientation tags applied), no side longer than `RASTER_SIDE`. */
async function decodeRaster(blob: Blob): Promise<Raster> {
  const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' });
  try {
    const isLarge = Math.max(bitmap.width, bitmap.height) > MIDDLE_SIDE;
    const { width, height } = isLarge
      ? fittedSize(bitmap.width, bitmap.height, MIDDLE_SIDE)
      : bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', {
      willReadFrequently: true,
    });
    if (!context) throw new Error('This browser lends no canvas to read pictures with.');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return shrink(toRgb(data, width, height), RASTER_SIDE);
  } finally {
    bitmap.close();
  }
}
