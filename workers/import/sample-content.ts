/** What a sample made, as an item can hold it: pixels and samples become a file. */
import type { ItemContent } from '../../src/domain/records.ts';
import { fileHash } from '../../src/modalities/content-hash.ts';
import type { DrawnPicture, MadeSound, SampleContent } from '../../src/samples/sample.ts';
import type { StoredFile } from '../../src/storage/api.ts';
import { storeStretch } from './media/sound-file.ts';

export interface StoredSample {
  readonly content: ItemContent;
  readonly files: readonly StoredFile[];
}

export async function storeSample(made: SampleContent): Promise<StoredSample> {
  if (made.kind === 'text' || made.kind === 'table') return { content: made, files: [] };
  if (made.kind === 'samples') return storeSound(made);
  return storePicture(made);
}

async function storePicture({ name, width, height, data }: DrawnPicture): Promise<StoredSample> {
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  const hash = await fileHash(blob);
  return { content: { kind: 'image', blob: hash, name, width, height }, files: [{ hash, blob }] };
}

async function storeSound({ name, rate, data }: MadeSound): Promise<StoredSample> {
  const { content, file } = await storeStretch({ samples: data, rate }, { name, startMs: 0 });
  return { content, files: [file] };
}
