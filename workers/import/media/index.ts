import { imageReader } from './image/read-image.ts';
import { HEAD_BYTES, type MediaReader } from './media-reader.ts';
import { soundReader } from './sound.ts';

/** Readers of files by modality. */
export const mediaReaders: Readonly<Record<string, MediaReader>> = {
  image: imageReader,
  sound: soundReader,
};

/** The modality whose reader recognises the file, or null: then it is text. */
export async function recogniseMedia(name: string, blob: Blob): Promise<string | null> {
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  const found = Object.entries(mediaReaders).find(([, reader]) => reader.recognises(head, name));
  return found?.[0] ?? null;
}
