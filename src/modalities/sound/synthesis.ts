/**
 * The sound of an edited copy: what the model was given as a changed spectrogram, to be heard. The
 * recording is cut into overlapping windows, changed in the places that were filled and put together
 * again (Allen and Rabiner 1977; weighted overlap-add, Griffin and Lim 1984):
 *   y = x + sum_t w (F^-1 (Y_t - X_t)) / sum_t w^2,   X_t = F (w x_t)
 * so samples that no change reaches stay what they were, to the last bit. In a place filled by the mean
 * the recording keeps its phase and its magnitudes are brought to that mean; in one taken from another
 * sound that sound's windows stand, at the loudness that it has against its own level.
 */
import type { Region } from '../../domain/records.ts';
import { bandsIn } from './cells.ts';
import { type Complex, createComplex, createTransform, type Transform } from './fft.ts';
import type { Samples, SoundInput } from './input.ts';
import { bandsFor, levelledMel, RANGE_DB } from './log-mel.ts';
import { bandOfBins, type MelBand, melBands } from './mel.ts';
import { meansOutside } from './patch.ts';
import { atRate } from './resample.ts';

/** Long enough to tell the bands apart, short enough that a place keeps its edges. */
const WINDOW_SECONDS = 0.032;
/** Windows over each sample. */
const OVERLAP = 4;
/** Silence cannot be brought to a mean: noise of the recorder would be all one hears. */
const MOST_GAIN_DB = 24;
/** Frames that say how loud a sound is: enough for means, and few enough for one slice. */
const MOST_FRAMES = 400;
/** Windows between two pauses. */
const PIECE = 16;
/** Under any sound: an empty band is not divided by zero. */
const NOTHING = 1e-11;

/** What the bins of a place become. */
interface Filling {
  readonly region: Region;
  readonly bins: readonly number[];
  readonly fill: (window: Window, bins: readonly number[]) => void;
}

interface Window {
  /** Middle, as a share of the sound. */
  readonly time: number;
  readonly own: Complex;
  readonly changed: Complex;
}

interface Tools {
  readonly transform: Transform;
  readonly window: Float64Array;
  /** Bands are those of the spectrogram, so that a place means the same pitches. */
  readonly bands: number;
  readonly band: Uint16Array;
  readonly filters: readonly MelBand[];
}

/** Gives the page back between pieces; rejects with the reason when the signal ends it. */
export async function soundOf(
  input: SoundInput,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Samples> {
  const { samples, rate, patches } = input;
  if (patches.length === 0 || samples.length === 0) return { samples, rate };
  const tools = createTools(rate);
  const fillings = await fillingsOf(input, tools);
  const size = tools.window.length;
  const hop = size / OVERLAP;
  const sum = Float64Array.from(samples);
  let done = 0;
  for (let start = hop - size; start < samples.length; start += hop) {
    const time = (start + size / 2) / samples.length;
    const here = fillings.filter(({ region: { x, width } }) => time >= x && time < x + width);
    if (here.length === 0) continue;
    addChange({ samples, start, time, here, tools, sum });
    done += 1;
    if (done % PIECE === 0) await pause();
    signal?.throwIfAborted();
  }
  return { samples: Float32Array.from(sum), rate };
}

function createTools(rate: number): Tools {
  const size = 2 ** Math.ceil(Math.log2(WINDOW_SECONDS * rate));
  const bands = bandsFor(rate);
  // Periodic Hann: the squares of OVERLAP = 4 of them add up to 3/2 everywhere.
  const window = Float64Array.from(
    { length: size },
    (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size),
  );
  return {
    transform: createTransform(size),
    window,
    bands,
    band: bandOfBins(bands, rate, size),
    filters: melBands(bands, rate, size),
  };
}

const SUM_OF_SQUARES = (3 / 8) * OVERLAP;

interface Change {
  readonly samples: Float32Array;
  /** First sample of the window; windows begin before the sound does. */
  readonly start: number;
  readonly time: number;
  readonly here: readonly Filling[];
  readonly tools: Tools;
  readonly sum: Float64Array;
}

function addChange({ samples, start, time, here, tools, sum }: Change): void {
  const { transform, window } = tools;
  const size = window.length;
  const own = spectrumAt(samples, start, tools);
  const changed = { re: own.re.slice(), im: own.im.slice() };
  for (const { fill, bins } of here) fill({ time, own, changed }, bins);
  const apart = createComplex(size);
  for (let k = 0; k <= size / 2; k++) {
    const [re, im] = [num(changed.re, k) - num(own.re, k), num(changed.im, k) - num(own.im, k)];
    const mirror = (size - k) % size;
    apart.re[mirror] = re;
    apart.im[mirror] = -im;
    apart.re[k] = re;
    apart.im[k] = mirror === k ? 0 : im;
  }
  const back = createComplex(size);
  transform.inverse(apart, back);
  for (let i = Math.max(0, -start); i < size && start + i < samples.length; i++)
    sum[start + i] = num(sum, start + i) + (num(window, i) * num(back.re, i)) / SUM_OF_SQUARES;
}

function spectrumAt(samples: Float32Array, start: number, { transform, window }: Tools): Complex {
  const size = window.length;
  const frame = createComplex(size);
  for (let i = Math.max(0, -start); i < size && start + i < samples.length; i++)
    frame.re[i] = (samples[start + i] as number) * num(window, i);
  const spectrum = createComplex(size);
  transform.forward(frame, spectrum);
  return spectrum;
}

function binsIn(region: Region, { band, bands }: Tools): readonly number[] {
  const { from, to } = bandsIn(region, bands);
  return [...band.keys()].filter((k) => (band[k] as number) >= from && (band[k] as number) < to);
}

/** Each reading of a whole sound is a slice of its own. */
async function fillingsOf(input: SoundInput, tools: Tools): Promise<readonly Filling[]> {
  const own = levelledMel(input, MOST_FRAMES);
  const means = meansOutside(own.mel, input.patches);
  const wanted = means.map((mean) => (own.level ?? 0) + RANGE_DB * (mean - 1));
  const fillings: Filling[] = [];
  for (const { region, donor } of input.patches) {
    const bins = binsIn(region, tools);
    if (donor) {
      await pause();
      const other = atRate(donor, input.rate);
      const { level } = levelledMel(other, MOST_FRAMES);
      const decibels = level === null || own.level === null ? 0 : own.level - level;
      fillings.push({ region, bins, fill: donorFill(other, 10 ** (decibels / 20), tools) });
    } else if (own.level !== null) fillings.push({ region, bins, fill: meanFill(wanted, tools) });
  }
  await pause();
  return fillings;
}

/** Each band of the window becomes as loud as `wanted`, decibels of the mel bands, keeping its shape. */
function meanFill(wanted: Float64Array, { band, filters, window }: Tools): Filling['fill'] {
  const scale = (3 / 8) * window.length;
  return ({ own, changed }, bins) => {
    const gains = filters.map(({ from, weights }, b) => {
      let power = NOTHING;
      weights.forEach((weight, i) => {
        const k = from + i;
        power += (weight * (num(own.re, k) ** 2 + num(own.im, k) ** 2)) / scale;
      });
      const decibels = num(wanted, b) - 10 * Math.log10(power);
      return 10 ** (Math.min(MOST_GAIN_DB, decibels) / 20);
    });
    for (const k of bins) {
      const gain = gains[band[k] as number] as number;
      changed.re[k] = num(own.re, k) * gain;
      changed.im[k] = num(own.im, k) * gain;
    }
  };
}

/** At the same share of the other sound's time, as the spectrogram is filled. */
function donorFill({ samples }: Samples, scale: number, tools: Tools): Filling['fill'] {
  const half = tools.window.length / 2;
  return ({ time, changed }, bins) => {
    const from = spectrumAt(samples, Math.round(time * samples.length) - half, tools);
    for (const k of bins) {
      changed.re[k] = num(from.re, k) * scale;
      changed.im[k] = num(from.im, k) * scale;
    }
  };
}

async function pause(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

function num(array: Float64Array, at: number): number {
  return array[at] as number;
}
