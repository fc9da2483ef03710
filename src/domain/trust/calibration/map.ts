/**
 * From what the model says to what may be believed: one of four maps, each fitted on audit answers
 * alone (`choose.ts` says which). Plain data, so that it goes to the disk, into exports and into
 * decision records. None changes an answer (`keep-answer.ts`).
 */
import type { LabelMode } from '../../records.ts';
import { proposed } from '../evidence.ts';
import { atIsotonic } from './isotonic.ts';
import { keepAnswer, keepSide } from './keep-answer.ts';
import { atTemperature, yesAtTemperature } from './temperature.ts';
import { atVector } from './vector.ts';

export type CalibrationMap =
  /** As the model says it. */
  | { readonly kind: 'identity' }
  | { readonly kind: 'temperature'; readonly temperature: number }
  /** p(c)^scales[c] e^shifts[c], normalised; one class an item only. */
  | {
      readonly kind: 'vector';
      readonly scales: readonly number[];
      readonly shifts: readonly number[];
    }
  /** At the temperature first; then the confidence `from[i]` becomes `to[i]`, both ascending. */
  | {
      readonly kind: 'isotonic';
      readonly temperature: number;
      readonly from: readonly number[];
      readonly to: readonly number[];
    };

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
  const scaled = scaleBy(probabilities, map);
  return map.kind === 'temperature' ? scaled : keepAnswer(scaled, proposed(probabilities).index);
}

function scaleBy(
  probabilities: ArrayLike<number>,
  map: Exclude<CalibrationMap, { kind: 'identity' }>,
): number[] {
  if (map.kind === 'vector') return atVector(probabilities, map);
  const scaled = atTemperature(probabilities, map.temperature);
  return map.kind === 'temperature' ? scaled : atIsotonic(scaled, map);
}

function yesBy(p: number, map: Exclude<CalibrationMap, { kind: 'identity' }>): number {
  if (map.kind === 'temperature') return yesAtTemperature(p, map.temperature);
  return keepSide(scaleBy([1 - p, p], map)[1] ?? p, p > 0.5);
}
