import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWav, writeWav } from '../../../src/modalities/sound/wav.ts';

const samples = Float32Array.of(0, 0.5, -0.5, 0.999, -1);

function header({ kind = 1, channels = 1, rate = 8_000, bits = 16, size = 4 }): Uint8Array {
  const bytes = writeWav({ samples: new Float32Array(2), rate });
  const view = new DataView(bytes.buffer);
  view.setUint16(20, kind, true);
  view.setUint16(22, channels, true);
  view.setUint16(34, bits, true);
  view.setUint32(40, size, true);
  return bytes;
}

describe('a WAV file', () => {
  it('is read as it was written', () => {
    const read = readWav(writeWav({ samples, rate: 11_025 }));
    if ('problem' in read) throw new Error(read.problem);
    expect([read.rate, read.channels.length, read.isCut]).toEqual([11_025, 1, false]);
    read.channels[0]?.forEach((value, i) => {
      expect(value).toBeCloseTo(samples[i] as number, 4);
    });
  });

  it('cuts what is too loud, and what is no number is silence', () => {
    const loud = Float32Array.of(3, -3, Number.NaN);
    const read = readWav(writeWav({ samples: loud, rate: 8_000 }));
    if ('problem' in read) throw new Error(read.problem);
    expect([...(read.channels[0] ?? [])].map((value) => Math.round(value * 100) / 100)).toEqual([
      1, -1, 0,
    ]);
  });

  it('says that it was cut off, and gives what is there', () => {
    const whole = writeWav({ samples: new Float32Array(100), rate: 8_000 });
    const read = readWav(whole.subarray(0, 44 + 60));
    expect(read).toMatchObject({ isCut: true });
    expect('channels' in read && read.channels[0]?.length).toBe(30);
  });

  it('takes all that is there where a recorder left the size open', () => {
    for (const size of [0, 0xffff_ffff]) {
      const bytes = writeWav({ samples: new Float32Array(10).fill(0.1), rate: 8_000 });
      new DataView(bytes.buffer).setUint32(40, size, true);
      const read = readWav(bytes);
      expect('channels' in read && read.channels[0]?.length).toBe(10);
    }
  });

  it.each([
    ['no RIFF', new TextEncoder().encode('a picture of a bird, not its song'), /no WAV/],
    ['no channels', header({ channels: 0 }), /0 channels/],
    ['a rate of 3', header({ rate: 3 }), /3 samples a second/],
    ['a codec', header({ kind: 85 }), /kind 85/],
    ['12 bits', header({ bits: 12 }), /12 bits/],
    ['only a head', header({}).subarray(0, 12), /no samples/],
    ['half a header', header({}).subarray(0, 30), /cut off/],
  ])('with %s is told as such', (_, bytes, reason) => {
    const read = readWav(bytes);
    expect('problem' in read ? read.problem : '').toMatch(reason);
  });

  it('never throws, whatever is behind RIFF', () => {
    const riff = [...new TextEncoder().encode('RIFF....WAVE')];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
        const read = readWav(Uint8Array.from([...riff, ...rest]));
        if ('problem' in read) return;
        for (const channel of read.channels)
          expect(channel.every((value) => value >= -1 && value <= 1)).toBe(true);
      }),
    );
  });
});
