/** Small copies of large pictures: made at the import, kept as a cache, made again when they are gone. */
import { describe, expect, it } from 'vitest';
import type { ImageContent } from '../../../src/domain/records.ts';
import { openMedia } from '../../../src/engine/media.ts';
import { thumbnailKey } from '../../../src/storage/thumbnail-key.ts';
import { exifWithPlace } from '../../unit/import/picture-files.ts';
import { importPictures, jpegOf, pngOf, withExif, zipOf } from './make.ts';

const LARGE = { width: 900, height: 600 };

async function imported() {
  const turned = withExif(await jpegOf('red', LARGE.width, LARGE.height), exifWithPlace());
  const files = { 'fine/a.jpg': turned, 'fine/b.png': await pngOf('blue', 300, 200) };
  const { items, ...rest } = await importPictures(zipOf(files));
  const [large, small] = items.map(({ content }) => content as ImageContent);
  if (!large || !small) throw new Error('nothing came in');
  return { large, small, ...rest };
}

/** Size, and the colour one eighth from the top and from the bottom. */
async function look(blob: Blob) {
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext(
    '2d',
  ) as OffscreenCanvasRenderingContext2D;
  context.drawImage(bitmap, 0, 0);
  const redness = (y: number): number => {
    const [r, g] = context.getImageData(width / 2, Math.floor(y * height), 1, 1).data;
    return (r as number) - (g as number);
  };
  return { width, height, top: redness(1 / 8), bottom: redness(7 / 8) };
}

describe('small copies', () => {
  it('are made at the import of large pictures, upright', async () => {
    const { large, small, storage, projectId } = await imported();
    const made = await storage.caches.get<Blob>(projectId, thumbnailKey(large.blob));
    expect(made?.type).toBe('image/jpeg');
    const { width, height, top, bottom } = await look(made as Blob);
    expect([width, height]).toEqual([171, 256]);
    expect(Math.abs(top - bottom)).toBeGreaterThan(200); // Half red, half white: turned, one above the other.
    expect(await storage.caches.get(projectId, thumbnailKey(small.blob))).toBeUndefined();
  });

  it('are made again and kept when they were thrown away', async () => {
    const { large, storage, projectId, service } = await imported();
    const first = await storage.caches.get<Blob>(projectId, thumbnailKey(large.blob));
    await storage.caches.clear(projectId);
    let asked = 0;
    const media = openMedia({
      storage,
      projectId,
      makeThumbnail: (id, hash) => {
        asked += 1;
        return service.thumbnail(id, hash);
      },
    });
    const url = await media.thumbnail(large.blob);
    expect(await media.thumbnail(large.blob)).toBe(url);
    const shown = await (await fetch(url)).blob();
    expect(await look(shown)).toEqual(await look(first as Blob));
    expect(await storage.caches.get(projectId, thumbnailKey(large.blob))).toBeDefined();
    expect(asked).toBe(1);
    media.close();
    const isThere = () =>
      fetch(url).then(
        () => true,
        () => false,
      );
    await expect.poll(isThere).toBe(false);
  });

  it('are the whole picture where none can be made, and nothing where that is gone', async () => {
    const { large, storage, projectId } = await imported();
    await storage.caches.clear(projectId);
    const error = { code: 'unexpected', message: 'no canvas' } as const;
    const media = openMedia({
      storage,
      projectId,
      makeThumbnail: async () => ({ ok: false, error }),
    });
    const whole = await (await fetch(await media.thumbnail(large.blob))).blob();
    expect((await look(whole)).height).toBe(LARGE.width);
    await expect(media.thumbnail(large.blob.replace(/./g, '0') as never)).rejects.toThrow(
      'not on this device',
    );
    media.close();
  });
});
