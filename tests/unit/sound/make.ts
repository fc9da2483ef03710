/** Small made-up sounds: tones that rise, fall or stay, in a little noise. */
import { createRng } from '../../../src/domain/math/rng.ts';
import type { BlobHash, ItemContent } from '../../../src/domain/records.ts';
import type { SoundInput } from '../../../src/modalities/sound/input.ts';
import { loadSound } from '../../../src/modalities/sound/load.ts';
import { writeWav } from '../../../src/modalities/sound/wav.ts';

export const RATE = 8_000;

export function makeTone(from: number, to: number, seconds: number, seed = 1): Float32Array {
  const rng = createRng(seed);
  let phase = 0;
  return Float32Array.from({ length: Math.round(seconds * RATE) }, (_, i) => {
    phase += (2 * Math.PI * (from + ((to - from) * i) / (seconds * RATE))) / RATE;
    return 0.4 * Math.sin(phase) + 0.01 * rng.normal();
  });
}

export function makeSounds(count: number): readonly SoundInput[] {
  return Array.from({ length: count }, (_, i) => {
    const rng = createRng(i + 100);
    const pitch = 500 + 1_000 * rng.next();
    const to = pitch * ([1.8, 1, 0.6][i % 3] as number);
    const samples = makeTone(pitch, to, 0.3 + 0.2 * rng.next(), i);
    return { samples, rate: RATE, patches: [] };
  });
}

/** The same as stored files, with the way to read them back. */
export function storedSounds(count: number) {
  const files = new Map<BlobHash, Blob>();
  const contents = makeSounds(count).map(({ samples }, i): ItemContent => {
    const blob = `sound-${i}` as BlobHash;
    files.set(blob, new Blob([writeWav({ samples, rate: RATE })]));
    const durationMs = (1000 * samples.length) / RATE;
    return { kind: 'sound', blob, name: `sound ${i}.wav`, startMs: 0, durationMs };
  });
  const read = async (hash: BlobHash): Promise<Blob> => {
    const found = files.get(hash);
    if (!found) throw new Error(`no file ${hash}`);
    return found;
  };
  return { contents, load: (content: ItemContent) => loadSound(content, read) };
}
