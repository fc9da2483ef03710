/** Pictures as other programs write them come in with the size and the colours that they have, upright, first frame. */
import { describe, expect, it } from 'vitest';
import type { ImageContent } from '../../../src/domain/records.ts';
import { openMedia } from '../../../src/engine/media.ts';
import { loadRaster } from '../../../src/modalities/image/load.ts';
import { importPictures, zipOf } from './make.ts';

const files = import.meta.glob<string>('../../fixtures/*.{webp,avif,gif,jpg}', {
  query: '?url',
  import: 'default',
  eager: true,
});

const QUARTERS = ['red', 'green', 'blue', 'white'];
/** By reading order of the quarters. */
const EXPECTED: Readonly<Record<string, { size: readonly number[]; quarters: readonly string[] }>> =
  {
    'quarters.webp': { size: [48, 32], quarters: QUARTERS },
    'quarters-lossy.webp': { size: [48, 32], quarters: QUARTERS },
    'quarters.avif': { size: [48, 32], quarters: QUARTERS },
    'moving.webp': { size: [48, 32], quarters: QUARTERS },
    'moving.gif': { size: [48, 32], quarters: QUARTERS },
    'turned.jpg': { size: [32, 48], quarters: ['blue', 'red', 'white', 'green'] },
  };

async function importOne(name: string) {
  const url = files[`../../fixtures/${name}`];
  if (!url) throw new Error(`no fixture ${name}`);
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const made = await importPictures(zipOf({ [`fine/${name}`]: bytes }));
  expect(made.report).toMatchObject({ added: 1, rejected: 0 });
  return { ...made, content: made.items[0]?.content as ImageContent };
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: ArrayLike<number>;
}

/** Names of the colours in the middle of the four quarters. */
function quartersOf({ width, height, pixels }: Pixels, channels: number): readonly string[] {
  const name = (x: number, y: number): string => {
    const at = channels * (Math.floor(y * height) * width + Math.floor(x * width));
    const bright = [0, 1, 2].map((c) => (pixels[at + c] as number) > 128);
    return NAMES[bright.map(Number).join('')] ?? 'another';
  };
  return [name(0.25, 0.25), name(0.75, 0.25), name(0.25, 0.75), name(0.75, 0.75)];
}

const NAMES: Readonly<Record<string, string>> = {
  '100': 'red',
  '010': 'green',
  '001': 'blue',
  '111': 'white',
  '000': 'black',
};

async function shownOf(url: string): Promise<Pixels> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(image, 0, 0);
  return { width, height, pixels: context.getImageData(0, 0, width, height).data };
}

describe('pictures of every kind', () => {
  it.each(Object.entries(EXPECTED))('%s', async (name, { size, quarters }) => {
    const { content, storage, projectId, service } = await importOne(name);
    expect([content.width, content.height]).toEqual(size);
    const read = await loadRaster(content, async (hash) => {
      const blob = await storage.files.get(projectId, hash);
      if (!blob) throw new Error('gone');
      return blob;
    });
    expect([read.width, read.height]).toEqual(size);
    expect(quartersOf(read, 3)).toEqual(quarters);
    const media = openMedia({ storage, projectId, makeThumbnail: service.thumbnail });
    expect(quartersOf(await shownOf(await media.url(content.blob)), 4)).toEqual(quarters);
    expect(quartersOf(await shownOf(await media.thumbnail(content.blob)), 4)).toEqual(quarters);
    media.close();
  });

  it.each(['moving.gif', 'moving.webp'])('%s stands still where it is shown', async (name) => {
    const { content, storage, projectId, service } = await importOne(name);
    const media = openMedia({ storage, projectId, makeThumbnail: service.thumbnail });
    const shown = await (await fetch(await media.url(content.blob))).blob();
    expect(shown.type).toBe('image/png');
    expect((await media.blob(content.blob)).type).toBe(`image/${name.split('.')[1]}`);
    media.close();
  });
});
