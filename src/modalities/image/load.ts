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

export function loadRaster(content: ItemContent, read: ReadBlob): Promise<Raster> {
  return loadBy(decodeRaster)(content, read);
}

/** Reads a picture and those that its patches name by `decode`, then fills the patched places. */
export function loadBy(decode: (blob: Blob) => Promise<Raster>) {
  return async (content: ItemContent, read: ReadBlob): Promise<Raster> => {
    if (content.kind !== 'image') throw new Error(`a ${content.kind} is no image`);
    const own = await decode(await read(content.blob));
    const patches = content.patches ?? [];
    const names = new Set(patches.flatMap(({ fill }) => (fill.kind === 'item' ? [fill.blob] : [])));
    const pictures = new Map<BlobHash, Raster>();
    for (const name of names) pictures.set(name, await decode(await read(name)));
    return applyPatches(own, patches, pictures);
  };
}

/** Exactly so many pixels, whatever the proportions: what a network with a fixed input takes. */
export async function decodeSquare(blob: Blob, side: number): Promise<Raster> {
  return decodeTo(blob, () => ({ width: side, height: side }));
}

/** Upright (orientation tags applied), no side longer than `RASTER_SIDE`. */
async function decodeRaster(blob: Blob): Promise<Raster> {
  const whole = await decodeTo(blob, (size) =>
    Math.max(size.width, size.height) > MIDDLE_SIDE
      ? fittedSize(size.width, size.height, MIDDLE_SIDE)
      : size,
  );
  return shrink(whole, RASTER_SIDE);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

async function decodeTo(blob: Blob, sizeFor: (own: Size) => Size): Promise<Raster> {
  const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' });
  try {
    const { width, height } = sizeFor(bitmap);
    const context = new OffscreenCanvas(width, height).getContext('2d', {
      willReadFrequently: true,
    });
    if (!context) throw new Error('This browser lends no canvas to read pictures with.');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return toRgb(data, width, height);
  } finally {
    bitmap.close();
  }
}
