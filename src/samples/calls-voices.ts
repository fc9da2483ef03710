/**
 * Voices of four made-up birds. Each writes one call into a track; how high, how fast and how long
 * varies from bird to bird and from call to call.
 */
import type { Rng } from '../domain/math/rng.ts';

export interface Track {
  readonly rate: number;
  readonly data: Float32Array;
}

export interface Note {
  /** Seconds. */
  readonly start: number;
  readonly seconds: number;
  /** Hertz at the beginning and at the end; the way between is a straight line in octaves. */
  readonly from: number;
  readonly to: number;
  readonly gain: number;
  /** Share of the second and third harmonic. */
  readonly harmonics: number;
}

export type Voice = (track: Track, rng: Rng) => void;

/** White noise of variance 1: evenly spread, which sounds like any other and costs less. */
export const hiss = (rng: Rng): number => Math.sqrt(3) * (2 * rng.next() - 1);

export const between = (rng: Rng, low: number, high: number): number =>
  low + (high - low) * rng.next();

/** Adds a tone with a soft beginning and end. What lies outside the track is cut. */
export function addNote({ rate, data }: Track, note: Note): void {
  const { start, seconds, from, to, gain, harmonics } = note;
  const count = Math.round(seconds * rate);
  const first = Math.round(start * rate);
  // A harmonic above half the rate would come back as a false tone.
  const top = Math.max(from, to);
  const second = 2 * top < 0.48 * rate ? harmonics : 0;
  const third = 3 * top < 0.48 * rate ? harmonics / 2 : 0;
  const climb = (to / from) ** (1 / Math.max(1, count));
  let phase = 0;
  let step = (2 * Math.PI * from) / rate;
  for (let i = 0; i < count; i++) {
    const share = i / count;
    phase += step;
    step *= climb;
    const at = first + i;
    if (at < 0 || at >= data.length) continue;
    let tone = Math.sin(phase);
    if (second > 0) tone += second * Math.sin(2 * phase);
    if (third > 0) tone += third * Math.sin(3 * phase);
    data[at] = (data[at] as number) + gain * envelope(share, seconds) * tone;
  }
}

/** Rises and falls within 15 ms, or within a third of shorter notes. */
function envelope(share: number, seconds: number): number {
  const edge = Math.min(1 / 3, 0.015 / seconds);
  const inside = Math.min(1, share / edge, (1 - share) / edge);
  return 0.5 - 0.5 * Math.cos(Math.PI * inside);
}

/** Where a call of this length may begin in the track. */
function beginning({ rate, data }: Track, seconds: number, rng: Rng): number {
  return between(rng, 0.05, Math.max(0.06, data.length / rate - seconds - 0.05));
}

/** One whistle that climbs by a third to nearly an octave. */
const risingWhistle: Voice = (track, rng) => {
  const seconds = between(rng, 0.28, 0.75);
  const from = between(rng, 1_700, 3_400);
  const to = from * between(rng, 1.22, 1.8);
  const harmonics = between(rng, 0, 0.3);
  const start = beginning(track, seconds, rng);
  // Some birds dwell on the first pitch before they climb.
  const dwell = rng.next() < 0.3 ? seconds * between(rng, 0.15, 0.35) : 0;
  if (dwell > 0)
    addNote(track, { start, seconds: dwell, from, to: from * 1.02, gain: 1, harmonics });
  addNote(track, { start: start + dwell, seconds: seconds - dwell, from, to, gain: 1, harmonics });
};

/** Two held notes, the second lower. */
const twoNote: Voice = (track, rng) => {
  const each = between(rng, 0.13, 0.34);
  const gap = between(rng, 0.015, 0.09);
  const high = between(rng, 2_300, 4_600);
  const low = high / between(rng, 1.14, 1.55);
  const harmonics = between(rng, 0, 0.3);
  const start = beginning(track, 2 * each + gap, rng);
  const slide = between(rng, 0.96, 1.05);
  addNote(track, { start, seconds: each, from: high, to: high * slide, gain: 1, harmonics });
  const second = start + each + gap;
  addNote(track, {
    start: second,
    seconds: each,
    from: low,
    to: low * slide,
    gain: 0.9,
    harmonics,
  });
};

/** Many short notes, 9 to 22 a second. */
const trill: Voice = (track, rng) => {
  const perSecond = between(rng, 9, 22);
  const count = Math.round(between(rng, 0.5, 1.1) * perSecond);
  const pitch = between(rng, 2_000, 4_800);
  const sweep = between(rng, 0.8, 1.25);
  const drift = between(rng, 0.9, 1.12);
  const harmonics = between(rng, 0, 0.3);
  const start = beginning(track, count / perSecond, rng);
  const seconds = between(rng, 0.4, 0.75) / perSecond;
  for (let k = 0; k < count; k++) {
    const from = pitch * drift ** (k / count) * between(rng, 0.99, 1.01);
    const gain = between(rng, 0.8, 1);
    addNote(track, {
      start: start + k / perSecond,
      seconds,
      from,
      to: from * sweep,
      gain,
      harmonics,
    });
  }
};

/** A rasping tone: its loudness flutters 30 to 90 times a second, and so does its pitch. */
const buzz: Voice = (track, rng) => {
  const { rate, data } = track;
  const seconds = between(rng, 0.3, 0.85);
  const flutter = between(rng, 30, 90);
  const pitch = between(rng, 2_000, 4_500);
  const slope = between(rng, 0.85, 1.15);
  const depth = between(rng, 0.06, 0.16);
  const first = Math.round(beginning(track, seconds, rng) * rate);
  const count = Math.round(seconds * rate);
  let phase = 0;
  for (let i = 0; i < count && first + i < data.length; i++) {
    const share = i / count;
    const beat = Math.sin((2 * Math.PI * flutter * i) / rate);
    phase += (2 * Math.PI * pitch * slope ** share * (1 + depth * beat)) / rate;
    const rasp = (0.55 + 0.45 * beat) * (1 + 0.1 * hiss(rng));
    const at = first + i;
    data[at] = (data[at] as number) + envelope(share, seconds) * rasp * Math.sin(phase);
  }
};

export const voices = {
  'rising whistle': risingWhistle,
  'two notes': twoNote,
  trill,
  buzz,
} as const satisfies Readonly<Record<string, Voice>>;
