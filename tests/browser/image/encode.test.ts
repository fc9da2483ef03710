/** The encoder where it runs: files decoded by the browser, the product on a backend. */
import { expect, it } from 'vitest';
import type { BlobHash, ImageContent } from '../../../src/domain/records.ts';
import { imageEncoder } from '../../../src/modalities/image/encode.ts';
import { RASTER_SIDE } from '../../../src/modalities/image/raster.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { toolsOf } from '../../../workers/learn/session/inputs.ts';
import { makeRaster } from '../../unit/image/make.ts';
import { jpegOf, pngOf } from './make.ts';

const BLOBS = new Map<string, Blob>();
const read = async (hash: BlobHash): Promise<Blob> => {
  const blob = BLOBS.get(hash);
  if (!blob) throw new Error(`no file ${hash}`);
  return blob;
};
const store = (name: string, bytes: Uint8Array): ImageContent => {
  BLOBS.set(name, new Blob([bytes as Uint8Array<ArrayBuffer>]));
  return { kind: 'image', blob: name as BlobHash, name, width: 12, height: 8 };
};

it('reads files as small pictures of their own shape', async () => {
  const small = await imageEncoder.load?.(store('a', await pngOf('rgb(200 0 0)')), read);
  expect([small?.width, small?.height]).toEqual([12, 8]);
  expect([...(small?.pixels.slice(0, 3) ?? [])]).toEqual([200, 0, 0]);
  const large = await imageEncoder.load?.(store('b', await jpegOf('blue', 800, 400)), read);
  expect([large?.width, large?.height]).toEqual([RASTER_SIDE, RASTER_SIDE / 2]);
});

it('reads an edited copy with its places filled', async () => {
  const content = store('a', await pngOf('rgb(200 0 0)'));
  store('b', await pngOf('rgb(0 0 250)'));
  const region = { x: 0, y: 0, width: 0.25, height: 1 };
  const fill = { kind: 'item', blob: 'b' as BlobHash } as const;
  const edited = await imageEncoder.load?.({ ...content, patches: [{ region, fill }] }, read);
  expect([...(edited?.pixels.slice(0, 3) ?? [])]).toEqual([0, 0, 250]);
  expect([...(edited?.pixels.slice(9, 12) ?? [])]).toEqual([200, 0, 0]);
});

it('gives the same numbers on a backend as in plain loops', async () => {
  const rasters = Array.from({ length: 24 }, (_, i) => makeRaster(i));
  const engine = await openTfEngine('wasm');
  const tools = toolsOf(engine);
  const options = { seed: 5, onProgress: () => undefined };
  const plain = await imageEncoder.fit(rasters, options);
  const quick = await imageEncoder.fit(rasters, { ...options, tools });
  const a = await imageEncoder.encode(plain, rasters);
  const b = await imageEncoder.encode(quick, rasters, tools);
  const apart = a.dense.reduce(
    (most, value, i) => Math.max(most, Math.abs(value - (b.dense[i] as number))),
    0,
  );
  expect(apart).toBeLessThan(1e-4);
  engine.dispose();
});
