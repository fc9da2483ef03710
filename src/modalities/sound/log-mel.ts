/**
 * Log-mel spectrogram: Hann windows of 25 ms every 10 ms, power in mel bands, in decibels below the
 * item's own level, from 0 (`RANGE_DB` below or less) to 1 (at the level) and slightly above. The
 * level is taken out, so loudness does not decide.
 */
import { createPowerSpectra, type PowerSpectra } from './fft.ts';
import type { Samples } from './input.ts';
import { type MelBand, melBands } from './mel.ts';

export interface LogMel {
  /** At least 1. */
  readonly frames: number;
  readonly bands: number;
  /** Row-major [bands x frames], lowest band first; 0 = silence. */
  readonly values: Float32Array;
}

const WINDOW_SECONDS = 0.025;
export const HOP_SECONDS = 0.01;
/** Decibels between silence and the level. */
export const RANGE_DB = 60;
/** The level is what so large a share of the cells stays below. */
const LEVEL_QUANTILE = 0.98;
/** The most a cell may exceed the level, as a share of the range. */
const HEADROOM = 0.25;
/** Power below which there is nothing: far under one step of 16-bit samples. */
const NOTHING = 1e-11;
const SILENCE_DB = 10 * Math.log10(NOTHING) + 1;

/** Few bands for what a telephone lets through, more for the full range. */
export function bandsFor(rate: number): number {
  return rate <= 10_000 ? 40 : rate <= 16_000 ? 52 : 64;
}

interface Plan {
  readonly bands: number;
  readonly window: Float64Array;
  readonly hop: number;
  readonly spectra: PowerSpectra;
  readonly filters: readonly MelBand[];
}

const plans = new Map<number, Plan>();

function planFor(rate: number): Plan {
  const known = plans.get(rate);
  if (known) return known;
  const length = Math.max(2, Math.round(WINDOW_SECONDS * rate));
  const size = 2 ** Math.ceil(Math.log2(length));
  const bands = bandsFor(rate);
  // Periodic Hann, scaled so that the power does not depend on its length.
  const window = Float64Array.from(
    { length },
    (_, i) => (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length)) / Math.sqrt((3 / 8) * length),
  );
  const plan = {
    bands,
    window,
    hop: Math.max(1, Math.round(HOP_SECONDS * rate)),
    spectra: createPowerSpectra(size),
    filters: melBands(bands, rate, size),
  };
  plans.set(rate, plan);
  return plan;
}

/**
 * Never empty: no samples are one silent frame. `mostFrames` is for pictures of long sounds: what
 * would be more is read at a longer hop. Throws a RangeError on a rate that is no rate.
 */
export function logMel({ samples, rate }: Samples, mostFrames = Infinity): LogMel {
  if (!(rate >= 100)) throw new RangeError(`${rate} samples per second: must be at least 100`);
  const plan = planFor(rate);
  const power = melPower(samples, { ...plan, hop: hopFor(samples.length, plan.hop, mostFrames) });
  return { frames: power.length / plan.bands, bands: plan.bands, values: toLevels(power) };
}

function hopFor(samples: number, hop: number, mostFrames: number): number {
  return Math.max(hop, Math.ceil(samples / mostFrames));
}

/** Row-major [bands x frames]. Frames begin every hop; the last ones are filled with silence. */
function melPower(samples: Float32Array, plan: Plan): Float32Array {
  const { bands, window, hop, spectra, filters } = plan;
  const frames = Math.max(1, Math.ceil((samples.length - window.length) / hop) + 1);
  const result = new Float32Array(bands * frames);
  const buffers = { a: new Float64Array(spectra.size), b: new Float64Array(spectra.size) };
  const bins = spectra.size / 2 + 1;
  const powers = { a: new Float64Array(bins), b: new Float64Array(bins) };
  for (let t = 0; t < frames; t += 2) {
    readFrame(samples, t * hop, window, buffers.a);
    readFrame(samples, (t + 1) * hop, window, buffers.b);
    spectra.pair(buffers, powers);
    filters.forEach((filter, b) => {
      result[b * frames + t] = apply(filter, powers.a);
      if (t + 1 < frames) result[b * frames + t + 1] = apply(filter, powers.b);
    });
  }
  return result;
}

function readFrame(
  samples: Float32Array,
  start: number,
  window: Float64Array,
  into: Float64Array,
): void {
  const { length } = window;
  const last = Math.min(length, samples.length - start);
  for (let i = 0; i < last; i++) into[i] = (samples[start + i] as number) * (window[i] as number);
  into.fill(0, Math.max(0, last));
}

function apply({ from, weights }: MelBand, power: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++)
    sum += (weights[i] as number) * (power[from + i] as number);
  return sum;
}

/** A spectrogram with what it calls 1, in decibels of its mel bands; null = it is silent. */
export interface Levelled {
  readonly mel: LogMel;
  readonly level: number | null;
}

/** As `logMel`, with the level that it takes out. */
export function levelledMel({ samples, rate }: Samples, mostFrames: number): Levelled {
  const plan = planFor(rate);
  const { bands } = plan;
  const hop = hopFor(samples.length, plan.hop, mostFrames);
  const decibels = toDecibels(melPower(samples, { ...plan, hop }));
  const level = levelIn(decibels);
  const mel = { frames: decibels.length / bands, bands, values: belowLevel(decibels, level) };
  return { mel, level: level <= SILENCE_DB ? null : level };
}

function toDecibels(power: Float32Array): Float32Array {
  return power.map((value) => 10 * Math.log10(value + NOTHING));
}

function levelIn(decibels: Float32Array): number {
  const sorted = decibels.slice().sort();
  return sorted[Math.floor(LEVEL_QUANTILE * (sorted.length - 1))] as number;
}

function toLevels(power: Float32Array): Float32Array {
  const decibels = toDecibels(power);
  return belowLevel(decibels, levelIn(decibels));
}

function belowLevel(decibels: Float32Array, level: number): Float32Array {
  if (level <= SILENCE_DB) return decibels.fill(0);
  return decibels.map((value) =>
    value <= SILENCE_DB ? 0 : Math.min(1 + HEADROOM, Math.max(0, 1 + (value - level) / RANGE_DB)),
  );
}
