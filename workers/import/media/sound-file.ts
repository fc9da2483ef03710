/** A stretch of sound as a stored file and the content that names it. */
import type { SoundContent } from '../../../src/domain/records.ts';
import { fileHash } from '../../../src/modalities/content-hash.ts';
import type { Samples } from '../../../src/modalities/sound/input.ts';
import { writeWav } from '../../../src/modalities/sound/wav.ts';
import type { StoredFile } from '../../../src/storage/api.ts';

export interface StoredStretch {
  readonly content: SoundContent;
  readonly file: StoredFile;
}

export async function storeStretch(
  sound: Samples,
  { name, startMs }: { readonly name: string; readonly startMs: number },
): Promise<StoredStretch> {
  const blob = new Blob([writeWav(sound)], { type: 'audio/wav' });
  const hash = await fileHash(blob);
  const durationMs = Math.round((1000 * sound.samples.length) / sound.rate);
  return {
    content: { kind: 'sound', blob: hash, name, startMs, durationMs },
    file: { hash, blob },
  };
}
