/** Reads a stored sound and the sounds its edited places were taken from. */
import type { BlobHash, ItemContent } from '../../domain/records.ts';
import type { ReadBlob } from '../contract.ts';
import type { Samples, SoundInput } from './input.ts';
import { readWav } from './wav.ts';

/** Rejects when a file is not on this device or is no WAV. */
export async function loadSound(content: ItemContent, read: ReadBlob): Promise<SoundInput> {
  if (content.kind !== 'sound') throw new TypeError(`a ${content.kind} is not a sound`);
  const own = await readSamples(content.blob, read);
  const patches = await Promise.all(
    (content.patches ?? []).map(async ({ region, fill }) => ({
      region,
      donor: fill.kind === 'item' ? await readSamples(fill.blob, read) : null,
    })),
  );
  return { ...own, patches };
}

async function readSamples(hash: BlobHash, read: ReadBlob): Promise<Samples> {
  const blob = await read(hash);
  const wav = readWav(new Uint8Array(await blob.arrayBuffer()));
  if ('problem' in wav) throw new Error(`The sound ${hash.slice(0, 12)}… ${wav.problem}.`);
  return { samples: wav.channels[0] ?? new Float32Array(0), rate: wav.rate };
}
