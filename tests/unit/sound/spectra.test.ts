import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import { createPowerSpectra } from '../../../src/modalities/sound/fft.ts';
import { logMel } from '../../../src/modalities/sound/log-mel.ts';
import { melBands, melCentres, toMel } from '../../../src/modalities/sound/mel.ts';
import { makeTone, RATE } from './make.ts';

describe('power spectra', () => {
  it('are those of the definition, for both frames of a pair', () => {
    const size = 32;
    const rng = createRng(3);
    const draw = () => Float64Array.from({ length: size }, () => rng.normal());
    const frames = { a: draw(), b: draw() };
    const powers = { a: new Float64Array(size / 2 + 1), b: new Float64Array(size / 2 + 1) };
    createPowerSpectra(size).pair(frames, powers);
    for (const name of ['a', 'b'] as const) {
      for (let k = 0; k <= size / 2; k++) {
        let [re, im] = [0, 0];
        frames[name].forEach((value, i) => {
          re += value * Math.cos((2 * Math.PI * k * i) / size);
          im -= value * Math.sin((2 * Math.PI * k * i) / size);
        });
        expect(powers[name][k]).toBeCloseTo(re * re + im * im, 8);
      }
    }
  });

  it('refuses a size that is no power of two', () => {
    expect(() => createPowerSpectra(24)).toThrow('FFT size 24');
  });
});

describe('mel bands', () => {
  it('know 1,000 Hz as about 1,000 mel, and none is empty', () => {
    expect(toMel(1000)).toBeCloseTo(1000, 0);
    for (const rate of [4_000, 8_000, 24_000, 48_000]) {
      for (const { weights } of melBands(64, rate, 1024)) {
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      }
    }
  });
});

describe('the log-mel spectrogram', () => {
  it('has its peak in the band of the tone', () => {
    const { bands, frames, values } = logMel({ samples: makeTone(1_200, 1_200, 0.5), rate: RATE });
    const means = Array.from({ length: bands }, (_, b) =>
      values.subarray(b * frames, (b + 1) * frames).reduce((sum, value) => sum + value, 0),
    );
    const loudest = melCentres(bands, RATE)[means.indexOf(Math.max(...means))] ?? 0;
    expect(Math.abs(loudest - 1_200)).toBeLessThan(120);
  });

  it('does not hear how loud a sound is', () => {
    const samples = makeTone(600, 1_500, 0.4);
    const loud = logMel({ samples, rate: RATE });
    const soft = logMel({ samples: samples.map((value) => value / 30), rate: RATE });
    soft.values.forEach((value, i) => {
      expect(value).toBeCloseTo(loud.values[i] as number, 3);
    });
  });

  it.each([
    ['no samples', 0],
    ['one sample', 1],
    ['less than a window', 100],
    ['a minute', 60 * RATE],
  ])('is sane for %s', (_, length) => {
    const samples = Float32Array.from({ length }, (_, i) => Math.sin(i / 3));
    const { frames, bands, values } = logMel({ samples, rate: RATE });
    expect(frames).toBeGreaterThanOrEqual(1);
    expect(values.length).toBe(frames * bands);
    expect(values.every((value) => value >= 0 && value <= 1.25)).toBe(true);
  });

  it('is 0 where there is silence', () => {
    const { values } = logMel({ samples: new Float32Array(4_000), rate: RATE });
    expect(values.every((value) => value === 0)).toBe(true);
  });

  it('draws long sounds in no more frames than asked for', () => {
    const samples = new Float32Array(60 * RATE).fill(0.1);
    expect(logMel({ samples, rate: RATE }, 500).frames).toBeLessThanOrEqual(501);
  });
});
