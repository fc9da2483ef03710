/** Small made-up pictures: soft noise, with a coloured blot whose place and colour tell the class. */
import { createRng } from '../../../src/domain/math/rng.ts';
import type { BlobHash, ImageContent, ItemContent } from '../../../src/domain/records.ts';
import { applyPatches } from '../../../src/modalities/image/edited.ts';
import { CHANNELS, type Raster } from '../../../src/modalities/image/raster.ts';

export const SIDE = 16;
const BLOTS = [
  { x: 4, y: 4, colour: [220, 60, 40] },
  { x: 11, y: 4, colour: [40, 90, 220] },
  { x: 8, y: 11, colour: [240, 220, 60] },
] as const;

export function makeRaster(index: number, side = SIDE): Raster {
  const rng = createRng(100 + index);
  const pixels = new Uint8Array(side * side * CHANNELS);
  const blot = BLOTS[index % 3] as (typeof BLOTS)[number];
  const ground = 90 + 60 * rng.next();
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const isBlot = (x - blot.x) ** 2 + (y - blot.y) ** 2 < 8;
      for (let c = 0; c < CHANNELS; c++)
        pixels[(y * side + x) * CHANNELS + c] =
          (isBlot ? (blot.colour[c] as number) : ground) + 24 * (rng.next() - 0.5);
    }
  }
  return { width: side, height: side, pixels };
}

export function makeContent(index: number): ImageContent {
  const name = `picture-${index}.png`;
  return { kind: 'image', blob: `blob-${index}` as BlobHash, name, width: SIDE, height: SIDE };
}

/** As `Encoder.load`, from made-up pictures instead of files. */
export async function loadMade(content: ItemContent): Promise<Raster> {
  if (content.kind !== 'image') throw new Error(`a ${content.kind} is no image`);
  const pictureOf = (hash: BlobHash): Raster => makeRaster(Number(hash.replace('blob-', '')));
  const patches = content.patches ?? [];
  const others = patches.flatMap(({ fill }) => (fill.kind === 'item' ? [fill.blob] : []));
  return applyPatches(
    pictureOf(content.blob),
    patches,
    new Map(others.map((hash) => [hash, pictureOf(hash)])),
  );
}
