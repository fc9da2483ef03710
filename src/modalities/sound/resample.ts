/**
 * Band-limited change of rate by a windowed sinc (J. O. Smith, Digital Audio Resampling, 2002):
 *   y(t) = sum_k x(k) c sinc(c (t - k)) w((t - k) / R),   c = min(1, to / from) less a little,
 * with Blackman's window w of R = ZEROS / c samples to each side. Above the new half rate
 * nothing is left, so no false tones come in.
 */
import type { Samples } from './input.ts';

/** Zero crossings of the sinc to each side. */
const ZEROS = 16;
/** Where the pass band ends, as a share of the lower half rate. */
const PASS = 0.94;

export function atRate(sound: Samples, rate: number): Samples {
  if (!(rate > 0) || !(sound.rate > 0))
    throw new RangeError(`from ${sound.rate} to ${rate} samples per second: must be above 0`);
  if (sound.rate === rate) return { samples: sound.samples, rate };
  return { samples: resample(sound.samples, sound.rate, rate), rate };
}

function resample(from: Float32Array, oldRate: number, rate: number): Float32Array {
  const step = oldRate / rate;
  const cut = PASS * Math.min(1, rate / oldRate);
  const reach = ZEROS / cut;
  const length = Math.round(from.length / step);
  const phases = kernelPhases(oldRate, rate, { cut, reach });
  const result = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    const place = i * step;
    const first = Math.floor(place - reach) + 1;
    const weights = phases.at(i, place);
    let sum = 0;
    for (let k = 0; k < weights.length; k++) {
      const at = first + k;
      if (at >= 0 && at < from.length) sum += (weights[k] as number) * (from[at] as number);
    }
    result[i] = sum;
  }
  return result;
}

interface Kernel {
  readonly cut: number;
  readonly reach: number;
}

/** Between whole rates the places repeat: each set of weights is computed once. */
function kernelPhases(oldRate: number, rate: number, kernel: Kernel) {
  const period = rate / gcd(oldRate, rate);
  const known = new Map<number, Float64Array>();
  return {
    at(i: number, place: number): Float64Array {
      const phase = i % period;
      const found = known.get(phase);
      if (found) return found;
      const weights = weightsAt(place, kernel);
      if (known.size < 4_096) known.set(phase, weights);
      return weights;
    },
  };
}

/** From the first sample in reach; their sum is 1, so that a constant stays what it is. */
function weightsAt(place: number, { cut, reach }: Kernel): Float64Array {
  const first = Math.floor(place - reach) + 1;
  const count = Math.ceil(place + reach) - first;
  const weights = Float64Array.from({ length: count }, (_, k) => {
    const distance = first + k - place;
    const angle = Math.PI * cut * distance;
    const share = Math.min(1, Math.abs(distance) / reach);
    // Blackman's window: side lobes 58 dB down.
    const window = 0.42 + 0.5 * Math.cos(Math.PI * share) + 0.08 * Math.cos(2 * Math.PI * share);
    return window * (angle === 0 ? 1 : Math.sin(angle) / angle);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.round(a), Math.round(b)];
  while (y > 0) [x, y] = [y, x % y];
  return Math.max(1, x);
}
