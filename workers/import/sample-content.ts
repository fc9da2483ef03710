/** What a sample made, as an item can hold it: pixels become a file. */
import type { ItemContent } from '../../src/domain/records.ts';
import type { DrawnPicture, SampleContent } from '../../src/samples/sample.ts';
import type { StoredFile } from '../../src/storage/api.ts';
import { fileHash } from './content-hash.ts';

export interface StoredSample {
  readonly content: ItemContent;
  readonly files: readonly StoredFile[];
}

export async function storeSample(made: SampleContent): Promise<StoredSample> {
  if (made.kind === 'text' || made.kind === 'table') return { content: made, files: [] };
  if (made.kind === 'samples') throw new Error('sounds of samples are not stored yet');
  return storePicture(made);
}

async function storePicture({ name, width, height, data }: DrawnPicture): Promise<StoredSample> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const hash = await fileHash(blob);
  return { content: { kind: 'image', blob: hash, name, width, height }, files: [{ hash, blob }] };
}
