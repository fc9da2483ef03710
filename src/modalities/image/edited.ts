/** An edited copy, as pixels: places filled with the mean of the rest or with those of another picture. */
import type { BlobHash, Region, RegionPatch } from '../../domain/records.ts';
import { CHANNELS, type Raster, resize } from './raster.ts';

/** `pictures` holds the other pictures that patches name, at any size. */
export function applyPatches(
  raster: Raster,
  patches: readonly RegionPatch[],
  pictures: ReadonlyMap<BlobHash, Raster>,
): Raster {
  if (patches.length === 0) return raster;
  const { width, height } = raster;
  const mean = meanOutside(
    raster,
    patches.map(({ region }) => region),
  );
  const pixels = Uint8Array.from(raster.pixels);
  for (const { region, fill } of patches) {
    const other = fill.kind === 'item' ? pictures.get(fill.blob) : undefined;
    if (fill.kind === 'item' && !other)
      throw new Error(`the picture ${fill.blob} that fills a place is not here`);
    const put = other ? resize(other, width, height) : null;
    forEachIn(region, raster, (at) => {
      for (let c = 0; c < CHANNELS; c++)
        pixels[at + c] = put ? (put.pixels[at + c] as number) : (mean[c] as number);
    });
  }
  return { width, height, pixels };
}

/** Pixels whose middle lies in the region; a region smaller than a pixel takes the one it lies in. */
export function pixelBox(region: Region, width: number, height: number) {
  const range = (start: number, share: number, length: number): readonly [number, number] => {
    const first = Math.max(0, Math.ceil(start * length - 0.5 - 1e-6));
    const end = Math.min(length, Math.ceil((start + share) * length - 0.5 - 1e-6));
    if (end > first) return [first, end];
    const own = Math.min(length - 1, Math.max(0, Math.floor((start + share / 2) * length)));
    return [own, own + 1];
  };
  const [left, right] = range(region.x, region.width, width);
  const [top, bottom] = range(region.y, region.height, height);
  return { left, right, top, bottom };
}

function forEachIn(region: Region, { width, height }: Raster, visit: (at: number) => void): void {
  const { left, right, top, bottom } = pixelBox(region, width, height);
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) visit((y * width + x) * CHANNELS);
}

/** Mean colour of what lies outside all regions; of everything where nothing does. */
export function meanOutside(raster: Raster, regions: readonly Region[]): readonly number[] {
  const isInside = new Uint8Array(raster.width * raster.height);
  for (const region of regions)
    forEachIn(region, raster, (at) => {
      isInside[at / CHANNELS] = 1;
    });
  const isAll = isInside.every((flag) => flag === 1);
  const sums = [0, 0, 0];
  let count = 0;
  for (let i = 0; i < isInside.length; i++) {
    if (isInside[i] === 1 && !isAll) continue;
    count += 1;
    for (let c = 0; c < CHANNELS; c++)
      sums[c] = (sums[c] as number) + (raster.pixels[i * CHANNELS + c] as number);
  }
  return sums.map((sum) => Math.round(sum / Math.max(1, count)));
}
