/** Recordings as they come: cut into windows, brought to the rate of the project, or told what is wrong. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/domain/default-settings.ts';
import { readWav, writeWav } from '../../../src/modalities/sound/wav.ts';
import { decodeSound } from '../../../src/rooms/shared/decode-sound.ts';
import { recogniseMedia } from '../../../workers/import/media/index.ts';
import { soundReader } from '../../../workers/import/media/sound.ts';

const tone = (seconds: number, rate: number) =>
  writeWav({
    samples: Float32Array.from({ length: seconds * rate }, (_, i) => 0.5 * Math.sin(i / 5)),
    rate,
  });

const read = (bytes: Uint8Array<ArrayBuffer>, windowMs: number | null = null, name = 'a/b.wav') =>
  soundReader.read(
    { name, blob: new Blob([bytes]) },
    {
      settings: { ...DEFAULT_SETTINGS, sound: { rate: 8_000, windowMs } },
      options: {},
      decodeSound,
    },
  );

const problemOf = async (...input: Parameters<typeof read>): Promise<string> => {
  const outcome = await read(...input);
  return 'problem' in outcome ? outcome.problem : '';
};

describe('the reader of sounds', () => {
  it('cuts a long recording, and every piece is a WAV at the rate of the project', async () => {
    const outcome = await read(tone(3.4, 16_000), 1_000);
    if ('problem' in outcome) throw new Error(outcome.problem);
    expect(outcome.items.map(({ content }) => content)).toMatchObject(
      [0, 1_000, 2_000].map((startMs) => ({
        kind: 'sound',
        name: 'b.wav',
        startMs,
        durationMs: 1_000,
      })),
    );
    for (const { content, files } of outcome.items) {
      const [file] = files;
      expect(content.kind === 'sound' && content.blob).toBe(file?.hash);
      const wav = readWav(new Uint8Array((await file?.blob.arrayBuffer()) ?? new ArrayBuffer(0)));
      expect(wav).toMatchObject({ rate: 8_000, isCut: false });
      expect('channels' in wav && wav.channels[0]?.length).toBe(8_000);
    }
  });

  it('says what is wrong with a file, and never rejects', async () => {
    expect(await problemOf(tone(1, 8_000).subarray(0, 999).slice())).toContain('cut off');
    expect(await problemOf(writeWav({ samples: new Float32Array(0), rate: 8_000 }))).toBe(
      'it holds no sound',
    );
    expect(await problemOf(new Uint8Array(0))).toBe('it is empty');
    expect(await problemOf(new TextEncoder().encode('no MP3 at all'), null, 'x.mp3')).toContain(
      'cannot decode it',
    );
    expect(await problemOf(tone(601, 2_000))).toContain('longer than 10 minutes');
  });

  it('refuses a long recording by its header, before it is decoded', async () => {
    const blob = new Blob([tone(3, 8_000)], { type: 'audio/wav' });
    const refused = await decodeSound(blob, 2_000);
    expect('problem' in refused && refused.problem).toContain('longer than');
    expect(await decodeSound(blob, 4_000)).toMatchObject({ rate: 48_000 });
  });

  it('knows sounds by how they begin, and leaves others alone', async () => {
    const kind = (text: string, name: string) => recogniseMedia(name, new Blob([text]));
    expect(await kind('RIFF....WAVEfmt ', 'a')).toBe('sound');
    expect(await kind('OggS', 'a')).toBe('sound');
    expect(await kind('fLaC', 'a')).toBe('sound');
    expect(await kind('ID3', 'a')).toBe('sound');
    expect(await kind('words', 'a.flac')).toBe('sound');
    expect(await kind('a,b\n1,2', 'a.csv')).toBeNull();
  });

  it('takes what the page decodes, and mixes its channels', async () => {
    const outcome = await soundReader.read(
      { name: 'call.ogg', blob: new Blob(['OggS']) },
      {
        settings: DEFAULT_SETTINGS,
        options: {},
        decodeSound: async () => ({
          rate: 48_000,
          channels: [new Float32Array(48_000).fill(0.5), new Float32Array(48_000).fill(-0.5)],
        }),
      },
    );
    if ('problem' in outcome) throw new Error(outcome.problem);
    const blob = outcome.items[0]?.files[0]?.blob ?? new Blob();
    const wav = readWav(new Uint8Array(await blob.arrayBuffer()));
    expect('channels' in wav && [wav.rate, Math.max(...(wav.channels[0] ?? []))]).toEqual([
      24_000, 0,
    ]);
  });
});
