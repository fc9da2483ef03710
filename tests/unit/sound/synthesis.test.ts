/** The sound of an edited copy: what no change reaches stays, what was taken away is gone, what was put in is heard. */
import { describe, expect, it } from 'vitest';
import { bandsIn, framesIn } from '../../../src/modalities/sound/cells.ts';
import { createComplex, createTransform } from '../../../src/modalities/sound/fft.ts';
import type { SoundInput } from '../../../src/modalities/sound/input.ts';
import { logMel } from '../../../src/modalities/sound/log-mel.ts';
import { bandOfBins, melCentres } from '../../../src/modalities/sound/mel.ts';
import { spectrogramOf } from '../../../src/modalities/sound/patch.ts';
import { soundOf } from '../../../src/modalities/sound/synthesis.ts';
import { makeTone, RATE } from './make.ts';

/** A low tone throughout, a high one in the middle third. */
function twoTones(): Float32Array {
  const low = makeTone(400, 400, 1.2, 3);
  const high = makeTone(2_500, 2_500, 1.2, 4);
  return low.map((value, i) => {
    const share = i / low.length;
    return 0.5 * value + (share > 0.35 && share < 0.65 ? 0.5 * (high[i] as number) : 0);
  });
}

const SAMPLES = twoTones();
/** The upper half of the picture over the middle: the high tone and nothing of the low one. */
const HIGH = { x: 0.3, y: 0, width: 0.4, height: 0.5 };
const inputOf = (patches: SoundInput['patches']): SoundInput => ({
  samples: SAMPLES,
  rate: RATE,
  patches,
});

/** Power of one tone in a stretch (Goertzel 1958), per sample. */
function powerAt(samples: Float32Array, hertz: number, [from, to]: readonly [number, number]) {
  let [re, im] = [0, 0];
  const first = Math.round(from * samples.length);
  const last = Math.round(to * samples.length);
  for (let i = first; i < last; i++) {
    const angle = (2 * Math.PI * hertz * i) / RATE;
    re += (samples[i] as number) * Math.cos(angle);
    im += (samples[i] as number) * Math.sin(angle);
  }
  return (re ** 2 + im ** 2) / (last - first) ** 2;
}

describe('the sound of an edited copy', () => {
  it('is the recording where nothing was changed', async () => {
    expect((await soundOf(inputOf([]))).samples).toEqual(SAMPLES);
    const { samples } = await soundOf(inputOf([{ region: HIGH, donor: null }]));
    const reach = 256;
    SAMPLES.forEach((value, i) => {
      const isFar = i < 0.3 * SAMPLES.length - reach || i > 0.7 * SAMPLES.length + reach;
      if (isFar) expect(samples[i]).toBe(value);
    });
  });

  it('is the recording again when a place is filled by itself', async () => {
    const itself = { samples: SAMPLES, rate: RATE };
    for (const region of [HIGH, { x: 0, y: 0, width: 1, height: 1 }]) {
      const { samples } = await soundOf(inputOf([{ region, donor: itself }]));
      const worst = samples.reduce(
        (most, value, i) => Math.max(most, Math.abs(value - (SAMPLES[i] as number))),
        0,
      );
      expect(worst).toBeLessThan(1e-4);
    }
  });

  it('has lost what was in a place filled by the mean, and keeps the rest', async () => {
    const { samples } = await soundOf(inputOf([{ region: HIGH, donor: null }]));
    const middle = [0.4, 0.6] as const;
    expect(powerAt(samples, 2_500, middle)).toBeLessThan(0.001 * powerAt(SAMPLES, 2_500, middle));
    expect(powerAt(samples, 400, middle) / powerAt(SAMPLES, 400, middle)).toBeCloseTo(1, 1);
  });

  it('has what the other sound has there, as loud against its own level', async () => {
    const quiet = makeTone(1_800, 1_800, 1.2, 9).map((value) => 0.1 * value);
    const donor = { samples: quiet, rate: RATE };
    const { samples } = await soundOf(inputOf([{ region: HIGH, donor }]));
    const middle = [0.4, 0.6] as const;
    expect(powerAt(samples, 2_500, middle)).toBeLessThan(0.01 * powerAt(SAMPLES, 2_500, middle));
    expect(powerAt(samples, 1_800, middle)).toBeGreaterThan(10 * powerAt(quiet, 1_800, middle));
  });

  it('looks to the model as the changed spectrogram did', async () => {
    const other = makeTone(1_500, 2_600, 0.9, 6);
    for (const donor of [null, { samples: other, rate: RATE }]) {
      const input = inputOf([{ region: HIGH, donor }]);
      const wanted = spectrogramOf(input);
      const got = logMel(await soundOf(input));
      const own = logMel(input);
      const times = framesIn({ ...HIGH, x: 0.34, width: 0.32 }, own.frames);
      const heights = bandsIn({ ...HIGH, height: 0.44 }, own.bands);
      let [apart, before, cells] = [0, 0, 0];
      for (let b = heights.from; b < heights.to; b++)
        for (let t = times.from; t < times.to; t++) {
          const at = b * own.frames + t;
          apart += Math.abs((got.values[at] as number) - (wanted.values[at] as number));
          before += Math.abs((own.values[at] as number) - (wanted.values[at] as number));
          cells += 1;
        }
      expect(apart / cells).toBeLessThan(0.09);
      expect(apart).toBeLessThan(0.5 * before);
    }
  });

  it('of silence, of nothing, and of a place beyond the end is no fault', async () => {
    const silence = { samples: new Float32Array(4_000), rate: RATE };
    const donor = { samples: SAMPLES, rate: 2 * RATE };
    const filled = await soundOf({ ...silence, patches: [{ region: HIGH, donor }] });
    expect(filled.samples.every(Number.isFinite)).toBe(true);
    const none = { samples: new Float32Array(0), rate: RATE };
    expect((await soundOf({ ...none, patches: [{ region: HIGH, donor }] })).samples).toHaveLength(
      0,
    );
    const controller = new AbortController();
    controller.abort(new Error('left'));
    const { signal } = controller;
    await expect(soundOf(inputOf([{ region: HIGH, donor }]), { signal })).rejects.toThrow('left');
  });
});

describe('a transform', () => {
  it('is undone by its inverse, and tells a wave by its bin', () => {
    const { forward, inverse } = createTransform(16);
    const wave = createComplex(16);
    wave.re.forEach((_, n) => {
      wave.re[n] = Math.cos((2 * Math.PI * 3 * n) / 16) + 0.25;
    });
    const [spectrum, back] = [createComplex(16), createComplex(16)];
    forward(wave, spectrum);
    expect(
      [spectrum.re[0], spectrum.re[3], spectrum.re[13]].map((x) => Math.round(x ?? 0)),
    ).toEqual([4, 8, 8]);
    inverse(spectrum, back);
    back.re.forEach((value, n) => {
      expect(value).toBeCloseTo(wave.re[n] as number, 12);
    });
  });
});

describe('bins', () => {
  it('belong to the band whose centre is nearest', () => {
    const bands = bandOfBins(40, RATE, 256);
    const centres = melCentres(40, RATE);
    expect(bands).toHaveLength(129);
    expect([bands[0], bands[128]]).toEqual([0, 39]);
    const k = 60;
    const nearest = centres.indexOf(
      centres.reduce((a, b) =>
        Math.abs(b - (k * RATE) / 256) < Math.abs(a - (k * RATE) / 256) ? b : a,
      ),
    );
    expect(Math.abs((bands[k] as number) - nearest)).toBeLessThanOrEqual(1);
  });
});
