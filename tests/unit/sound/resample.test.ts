import { describe, expect, it } from 'vitest';
import { atRate } from '../../../src/modalities/sound/resample.ts';
import { cutWindows } from '../../../src/modalities/sound/windows.ts';

const tone = (hertz: number, rate: number): Float32Array =>
  Float32Array.from({ length: rate / 2 }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / rate));

const power = (samples: Float32Array): number =>
  samples.slice(200, -200).reduce((sum, value) => sum + value * value, 0) / (samples.length - 400);

describe('another rate', () => {
  it.each([
    [44_100, 16_000],
    [8_000, 24_000],
    [48_000, 24_000],
  ])('from %i to %i keeps a tone what it is', (from, to) => {
    const { samples } = atRate({ samples: tone(1_000, from), rate: from }, to);
    const expected = tone(1_000, to);
    expect(samples.length).toBe(expected.length);
    for (let i = 200; i < samples.length - 200; i++)
      expect(Math.abs((samples[i] as number) - (expected[i] as number))).toBeLessThan(0.01);
  });

  it('lets no tone above the new half rate through', () => {
    const { samples } = atRate({ samples: tone(11_000, 48_000), rate: 48_000 }, 16_000);
    expect(power(samples)).toBeLessThan(1e-4);
  });

  it('takes nothing as nothing, and refuses what is no rate', () => {
    expect(atRate({ samples: new Float32Array(0), rate: 8_000 }, 16_000).samples).toHaveLength(0);
    expect(() => atRate({ samples: new Float32Array(1), rate: 8_000 }, 0)).toThrow(RangeError);
  });
});

describe('windows', () => {
  const cut = (length: number, windowMs: number | null) =>
    cutWindows({ length, rate: 1_000, windowMs }).map(({ from, to }) => [from, to]);

  it('lie side by side, without overlap', () => {
    expect(cut(3_000, 1_000)).toEqual([
      [0, 1_000],
      [1_000, 2_000],
      [2_000, 3_000],
    ]);
  });

  it('keep a short last one when it is longer than half, or alone', () => {
    expect(cut(2_501, 1_000).at(-1)).toEqual([2_000, 2_501]);
    expect(cut(2_500, 1_000).at(-1)).toEqual([1_000, 2_000]);
    expect(cut(300, 1_000)).toEqual([[0, 300]]);
  });

  it('are the whole where none are wanted, and none where there is nothing', () => {
    expect(cut(7_000, null)).toEqual([[0, 7_000]]);
    expect(cut(0, 1_000)).toEqual([]);
  });
});
