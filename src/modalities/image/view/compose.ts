/** An edited copy as a picture of full size: what `applyPatches` does for the model, for the eye. */
import type { BlobHash, ImageContent, RegionPatch } from '../../../domain/records.ts';
import type { Media } from '../../view-contract.ts';
import { meanOutside, pixelBox } from '../edited.ts';
import { fittedSize, RASTER_SIDE, toRgb } from '../raster.ts';

export async function composePicture(content: ImageContent, media: Media): Promise<Blob> {
  const { width, height, patches = [] } = content;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser lends no canvas to paint on.');
  const [r, g, b] = await withPicture(media, content.blob, (base) => {
    context.drawImage(base, 0, 0, width, height);
    return meanColour(base, patches);
  });
  for (const { region, fill } of patches) {
    const { left, top, right, bottom } = pixelBox(region, width, height);
    const box = [left, top, right - left, bottom - top] as const;
    if (fill.kind === 'mean') {
      context.fillStyle = `rgb(${r} ${g} ${b})`;
      context.fillRect(...box);
      continue;
    }
    await withPicture(media, fill.blob, (other) => {
      const [across, down] = [other.width / width, other.height / height];
      const [x, y, w, h] = box;
      context.drawImage(other, x * across, y * down, w * across, h * down, ...box);
    });
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

/** The picture is closed whatever happens: it may hold many megabytes that nobody else frees. */
async function withPicture<T>(
  media: Media,
  hash: BlobHash,
  use: (picture: ImageBitmap) => T,
): Promise<T> {
  const picture = await createImageBitmap(await media.blob(hash));
  try {
    return use(picture);
  } finally {
    picture.close();
  }
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
