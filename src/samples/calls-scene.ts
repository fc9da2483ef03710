/** What lies around a call: distance, wind, insects, other birds. */
import type { Rng } from '../domain/math/rng.ts';
import { addNote, between, hiss, type Track } from './calls-voices.ts';

/** How far away a bird is, 0 (on the window sill) to 1 (across the valley): dull, and with echoes. */
export function moveAway({ rate, data }: Track, distance: number, rng: Rng): void {
  // One-pole low pass: air takes the high notes first.
  const corner = 9_000 - 5_500 * distance;
  const keep = Math.exp((-2 * Math.PI * corner) / rate);
  let last = 0;
  for (let i = 0; i < data.length; i++) {
    last = (1 - keep) * (data[i] as number) + keep * last;
    data[i] = last;
  }
  const echoes = Array.from({ length: 4 }, () => ({
    delay: Math.round(between(rng, 0.02, 0.14) * rate),
    gain: distance * between(rng, 0.1, 0.4),
  }));
  for (let i = data.length - 1; i >= 0; i--) {
    for (const { delay, gain } of echoes)
      if (i >= delay) data[i] = (data[i] as number) + gain * (data[i - delay] as number);
  }
}

/** Low noise that comes and goes in gusts. */
export function addWind({ rate, data }: Track, gain: number, rng: Rng): void {
  const perSecond = between(rng, 0.3, 1.2);
  const offset = between(rng, 0, 2 * Math.PI);
  const keep = between(rng, 0.9, 0.97);
  let low = 0;
  for (let i = 0; i < data.length; i++) {
    low = keep * low + (1 - keep) * hiss(rng);
    const gust = 0.6 + 0.4 * Math.sin((2 * Math.PI * perSecond * i) / rate + offset);
    data[i] = (data[i] as number) + gain * (4 * gust * low + 0.12 * hiss(rng));
  }
}

/** A cricket: a high tone in quick pulses, from beginning to end. */
export function addInsect({ rate, data }: Track, gain: number, rng: Rng): void {
  const pitch = between(rng, 4_600, 7_000);
  const pulse = between(rng, 18, 60);
  const sharpness = between(rng, 1, 5);
  for (let i = 0; i < data.length; i++) {
    const beat = (0.5 + 0.5 * Math.sin((2 * Math.PI * pulse * i) / rate)) ** sharpness;
    data[i] = (data[i] as number) + gain * beat * Math.sin((2 * Math.PI * pitch * i) / rate);
  }
}

/** Other birds: falling whistles, short ticks, single held notes; none of the four kinds. */
export function addNeighbour(track: Track, gain: number, rng: Rng): void {
  const length = track.data.length / track.rate;
  const pitch = between(rng, 1_800, 5_200);
  const kind = rng.integer(3);
  const count = kind === 1 ? 2 + rng.integer(4) : 1 + rng.integer(2);
  let start = between(rng, 0, length * 0.6);
  for (let k = 0; k < count; k++) {
    const seconds = kind === 1 ? between(rng, 0.015, 0.04) : between(rng, 0.12, 0.45);
    const to = kind === 0 ? pitch / between(rng, 1.2, 1.8) : pitch * between(rng, 0.98, 1.02);
    addNote(track, { start, seconds, from: pitch, to, gain, harmonics: 0.15 });
    start += seconds + between(rng, 0.12, 0.5);
  }
}
