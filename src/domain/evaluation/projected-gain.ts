/**
 * What more answers would bring: the learning curve of the person's own project, drawn on by a power
 * law. All models of the curve are measured on the same audit answers, so these are what is drawn
 * anew (bootstrap), all points together, and the law is fitted to each draw: the interval holds the
 * luck of the audit sample. It does not hold that the future may follow another law.
 */
import type { Rng } from '../math/rng.ts';
import { quantile } from '../math/statistics.ts';
import { type CurvePoint, errorAt, fitPowerLaw, type PowerLaw } from './power-law.ts';

export interface MeasuredCurve {
  /** Answers learned by each of the models, ascending. */
  readonly labels: readonly number[];
  /** For each model, for each audit answer: 1 = wrong. */
  readonly wrong: readonly (readonly number[])[];
}

export interface Span {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ProjectedGain extends Span {
  readonly kind: 'gain';
  /** Answers more than the newest model of the curve has. */
  readonly more: number;
  /** Audit answers it rests on. */
  readonly n: number;
  /** Share right along the curve and beyond it, for a chart. */
  readonly band: readonly (Span & { readonly labels: number })[];
}

export type GainRefusal =
  /** `needed` audit answers in all. */
  | { readonly kind: 'few-audits'; readonly n: number; readonly needed: number }
  /** `needed` answers learned. */
  | { readonly kind: 'few-answers'; readonly labels: number; readonly needed: number }
  /** The interval spans so much that it would mislead. */
  | { readonly kind: 'too-vague'; readonly n: number; readonly low: number; readonly high: number };

export const LEAST_AUDITS = 20;
export const LEAST_POINTS = 4;
export const LEAST_ANSWERS = 40;
/** A gain known no better than this (share right) is not told. */
const WIDEST = 0.2;
/** "Likely": four in five. A 95 % interval of a difference this small says nothing for long. */
const LEVEL = 0.8;
const DRAWS = 200;
const BAND_POINTS = 24;

export function projectGain(
  curve: MeasuredCurve,
  more: number,
  rng: Rng,
): ProjectedGain | GainRefusal {
  const n = curve.wrong[0]?.length ?? 0;
  const newest = curve.labels.at(-1) ?? 0;
  if (n < LEAST_AUDITS) return { kind: 'few-audits', n, needed: LEAST_AUDITS };
  if (newest < LEAST_ANSWERS || curve.labels.length < LEAST_POINTS)
    return { kind: 'few-answers', labels: newest, needed: LEAST_ANSWERS };
  const all = Int32Array.from({ length: n }, (_, i) => i);
  const whole = fitTo(curve, all);
  const fits = Array.from({ length: DRAWS }, () =>
    fitTo(
      curve,
      all.map(() => rng.integer(n)),
    ),
  );
  const spanOf = (read: (law: PowerLaw) => number): Span => {
    const values = fits.map(read);
    const at = (q: number): number => quantile(values, q) ?? 0;
    return { value: read(whole), low: at((1 - LEVEL) / 2), high: at((1 + LEVEL) / 2) };
  };
  const gain = spanOf((law) => errorAt(law, newest) - errorAt(law, newest + more));
  if (gain.high - gain.low > WIDEST)
    return { kind: 'too-vague', n, low: gain.low, high: gain.high };
  const band = labelsAlong(curve.labels[0] ?? 1, newest + more).map((labels) => ({
    labels,
    ...spanOf((law) => 1 - errorAt(law, labels)),
  }));
  return { kind: 'gain', ...gain, more, n, band };
}

function fitTo({ labels, wrong }: MeasuredCurve, units: Int32Array): PowerLaw {
  const points = labels.map((count, k): CurvePoint => {
    const own = wrong[k] ?? [];
    const sum = units.reduce((total, unit) => total + (own[unit] ?? 0), 0);
    return { labels: count, error: sum / units.length, n: units.length };
  });
  return fitPowerLaw(points) ?? { a: 0, b: 0, c: 1, residual: 0 };
}

/** Evenly spaced whole numbers of labels, both ends among them. */
function labelsAlong(from: number, to: number): readonly number[] {
  const step = (to - from) / (BAND_POINTS - 1);
  const along = Array.from({ length: BAND_POINTS }, (_, i) => Math.round(from + i * step));
  return [...new Set(along)];
}
