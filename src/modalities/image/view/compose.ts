/** An edited copy as a picture of full size: what `applyPatches` does for the model, for the eye. */
import type { BlobHash, ImageContent, RegionPatch } from '../../../domain/records.ts';
import type { Media } from '../../view-contract.ts';
import { meanOutside, pixelBox } from '../edited.ts';
import { fittedSize, RASTER_SIDE, toRgb } from '../raster.ts';

export async function composePicture(content: ImageContent, media: Media): Promise<Blob> {
  const { width, height, patches = [] } = content;
  const base = await open(media, content.blob);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser lends no canvas to paint on.');
  context.drawImage(base, 0, 0, width, height);
  const [r, g, b] = meanColour(base, patches);
  for (const { region, fill } of patches) {
    const { left, top, right, bottom } = pixelBox(region, width, height);
    if (fill.kind === 'mean') {
      context.fillStyle = `rgb(${r} ${g} ${b})`;
      context.fillRect(left, top, right - left, bottom - top);
      continue;
    }
    const other = await open(media, fill.blob);
    const [across, down] = [other.width / width, other.height / height];
    const from = [
      left * across,
      top * down,
      (right - left) * across,
      (bottom - top) * down,
    ] as const;
    context.drawImage(other, ...from, left, top, right - left, bottom - top);
    other.close();
  }
  base.close();
  return canvas.convertToBlob({ type: 'image/png' });
}

async function open(media: Media, hash: BlobHash): Promise<ImageBitmap> {
  return createImageBitmap(await media.blob(hash));
}

/** Of what lies outside the patches, from a small copy: nobody sees the difference. */
function meanColour(base: ImageBitmap, patches: readonly RegionPatch[]): readonly number[] {
  const { width, height } = fittedSize(base.width, base.height, RASTER_SIDE);
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) return [128, 128, 128];
  context.drawImage(base, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return meanOutside(
    toRgb(data, width, height),
    patches.map(({ region }) => region),
  );
}
