/** Points drawn by hand, as three URL-safe characters each: 8 bits across, 8 bits up, 2 bits of class. */
import type { DrawnPoints } from '../../../../workers/api.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const STEPS = 255;
export const DRAWN_CLASSES = 4;
/** A link of so many points still fits in every browser's address. */
export const MOST_DRAWN = 400;

/** The nearest place that a link can say: a drawn point lies there, so that a link repeats it exactly. */
export function toGrid(value: number): number {
  return -1 + (2 * stepOf(value)) / STEPS;
}

const stepOf = (value: number): number =>
  Math.round(((Math.min(1, Math.max(-1, value)) + 1) / 2) * STEPS);

export function writePoints({ places, truth }: DrawnPoints): string {
  return Array.from(truth, (own, i) => {
    const bits = (stepOf(places[2 * i] ?? 0) << 10) | (stepOf(places[2 * i + 1] ?? 0) << 2) | own;
    return [bits >> 12, (bits >> 6) & 63, bits & 63].map((six) => ALPHABET[six]).join('');
  }).join('');
}

/** Characters that no link has are skipped, and so is an incomplete point at the end. */
export function readPoints(text: string): DrawnPoints {
  const sixes = [...text].map((c) => ALPHABET.indexOf(c)).filter((six) => six >= 0);
  const count = Math.min(MOST_DRAWN, Math.floor(sixes.length / 3));
  const places = new Float32Array(2 * count);
  const truth = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const [a = 0, b = 0, c = 0] = sixes.slice(3 * i, 3 * i + 3);
    const bits = (a << 12) | (b << 6) | c;
    places[2 * i] = -1 + (2 * (bits >> 10)) / STEPS;
    places[2 * i + 1] = -1 + (2 * ((bits >> 2) & 255)) / STEPS;
    truth[i] = bits & 3;
  }
  return { places, truth, classes: classesOf(truth) };
}

/** Two at least: a model of one class has no boundary. */
export function classesOf(truth: Uint8Array): number {
  return Math.max(2, ...Array.from(truth, (own) => own + 1));
}
