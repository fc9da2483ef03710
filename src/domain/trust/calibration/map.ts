/**
 * From what the model says to what may be believed: one of four maps, each fitted on audit answers
 * alone (`choose.ts` says which). Plain data, so that it goes to the disk, into exports and into
 * decision records. None changes an answer (`keep-answer.ts`).
 */
import type { LabelMode } from '../../records.ts';
import { proposed } from '../evidence.ts';
import { atBase } from './base.ts';
import { atIsotonic } from './isotonic.ts';
import { keepAnswer, keepSide } from './keep-answer.ts';
import { type Base, yesAtTemperature } from './temperature.ts';
import { atVector } from './vector.ts';

export type CalibrationMap =
  /** As the model says it. */
  | { readonly kind: 'identity' }
  | ({ readonly kind: 'temperature' } & Base)
  /** p(c)^scales[c] e^shifts[c], normalised; one class an item only. */
  | {
      readonly kind: 'vector';
      readonly scales: readonly number[];
      readonly shifts: readonly number[];
    }
  /** At the temperature first; then the confidence `from[i]` becomes `to[i]`, both ascending. */
  | ({
      readonly kind: 'isotonic';
      readonly from: readonly number[];
      readonly to: readonly number[];
    } & Base);

export type CalibrationKind = CalibrationMap['kind'];

export const AS_IT_SAYS: CalibrationMap = { kind: 'identity' };

/** Class probabilities, [classes], calibrated; several classes per item: each is a yes or no by itself. */
export function calibrate(
  probabilities: ArrayLike<number>,
  map: CalibrationMap,
  mode: LabelMode,
): number[] {
  if (map.kind === 'identity') return Array.from(probabilities);
  if (mode === 'multi') return Array.from(probabilities, (p) => yesBy(p, map));
  if (map.kind === 'vector')
    return keepAnswer(atVector(probabilities, map), proposed(probabilities).index);
  const base = atBase(probabilities, map);
  if (map.kind === 'temperature') return base;
  return keepAnswer(atIsotonic(base, map), proposed(probabilities).index);
}

function yesBy(p: number, map: Exclude<CalibrationMap, { kind: 'identity' }>): number {
  if (map.kind === 'temperature') return yesAtTemperature(p, map.temperature);
  if (map.kind === 'vector') return p;
  return keepSide(atIsotonic(atBase([1 - p, p], map), map)[1] ?? p, p > 0.5);
}
