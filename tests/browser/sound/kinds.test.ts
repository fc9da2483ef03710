/** Recordings as other programs write them: the pitch and the length that they have, or a name and a reason. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/domain/default-settings.ts';
import { readWav } from '../../../src/modalities/sound/wav.ts';
import { decodeSound } from '../../../src/rooms/shared/decode-sound.ts';
import { recogniseMedia } from '../../../workers/import/media/index.ts';
import { soundReader } from '../../../workers/import/media/sound.ts';

const files = import.meta.glob<string>('../../fixtures/tone.*', {
  query: '?url',
  import: 'default',
  eager: true,
});

const RATE = 16_000;
const PITCH_HZ = 1_000;
/** Of a coder that works in blocks: up to two of them are added or lost. */
const SLACK_MS = 80;

async function readTone(ending: string) {
  const url = files[`../../fixtures/tone.${ending}`];
  if (!url) throw new Error(`no fixture tone.${ending}`);
  const blob = new Blob([await (await fetch(url)).arrayBuffer()]);
  expect(await recogniseMedia(`a.${ending}`, blob)).toBe('sound');
  const settings = { ...DEFAULT_SETTINGS, sound: { rate: RATE, windowMs: null } };
  return soundReader.read({ name: `a.${ending}`, blob }, { settings, options: {}, decodeSound });
}

/** Half the number of times that the middle of it changes its sign, a second. */
function pitchOf(samples: Float32Array): number {
  const middle = samples.subarray(samples.length / 4, (3 * samples.length) / 4);
  let changes = 0;
  for (let i = 1; i < middle.length; i++)
    if ((middle[i] as number) < 0 !== (middle[i - 1] as number) < 0) changes += 1;
  return (changes * RATE) / (2 * middle.length);
}

/** Free of patents or out of them: every Chromium decodes these. */
describe('recordings of every kind', () => {
  it.each(['mp3', 'ogg', 'opus', 'flac'])('%s', async (ending) => {
    const outcome = await readTone(ending);
    if ('problem' in outcome) throw new Error(outcome.problem);
    const [item] = outcome.items;
    const content = item?.content.kind === 'sound' ? item.content : null;
    expect(Math.abs((content?.durationMs ?? 0) - 500)).toBeLessThanOrEqual(SLACK_MS);
    const bytes = await item?.files[0]?.blob.arrayBuffer();
    const wav = readWav(new Uint8Array(bytes ?? new ArrayBuffer(0)));
    if ('problem' in wav) throw new Error(wav.problem);
    expect(wav.rate).toBe(RATE);
    expect(Math.abs(pitchOf(wav.channels[0] ?? new Float32Array(0)) - PITCH_HZ)).toBeLessThan(20);
  });

  it('m4a, which a Chromium without licensed codecs names and leaves out', async () => {
    const outcome = await readTone('m4a');
    if ('problem' in outcome) expect(outcome.problem).toContain('cannot decode it');
    else expect(outcome.items).toHaveLength(1);
  });
});
