/** Figures of this room in words. Pure. */
import type { DriftTest } from '../../../workers/api.ts';
import { LEAST_OF_GROUP } from '../../domain/oversight/group-tests.ts';
import type { QualityFigure } from '../../domain/records.ts';
import type { GroupThreshold } from '../../domain/trust/group-thresholds.ts';
import { percent } from '../../ui/percent.ts';
import type { NameOf } from '../shared/study/say.ts';
import { strings } from './strings.ts';

export function sayFigure(figure: QualityFigure | null): string {
  if (!figure) return strings.none;
  const { value, low, high, n } = figure;
  return strings.figure(percent(value), percent(low), percent(high), n);
}

/** A rate of a group, where it rests on enough answers to be compared. */
export const sayRate = (figure: QualityFigure | null): string =>
  figure && figure.n >= LEAST_OF_GROUP ? sayFigure(figure) : strings.fairness.few;

/** A chance to two digits; what is smaller than one in ten thousand is not told apart. */
export function sayChance(p: number): string {
  if (p < 0.0001) return strings.drift.below('0.0001');
  return String(Number(p.toPrecision(2)));
}

export function sayTest({ on, column, classId }: DriftTest, nameOf: NameOf): string {
  const words = strings.drift.on;
  if (on === 'vectors') return words.vectors;
  if (on === 'predictions')
    return classId ? words.predictionsOf(nameOf(classId)) : words.predictions;
  if (on === 'within') return words.within(column ?? '', classId ? nameOf(classId) : '');
  return on === 'missing' ? words.missing(column ?? '') : words.column(column ?? '');
}

/** Of the random id of a person's device, enough to tell them apart. */
const ID_CHARACTERS = 6;

export function sayThreshold({ field, value, least, by, at }: GroupThreshold): string {
  return strings.fairness.standsThreshold({
    ...{ field, value, least: percent(least) },
    ...{ by: by.slice(-ID_CHARACTERS), day: new Date(at).toISOString().slice(0, 10) },
  });
}

export function sayVerdict({ isMoving, isChanged }: DriftTest): string {
  if (isMoving) return strings.drift.moving;
  return isChanged ? strings.drift.changed : strings.drift.same;
}

/** A difference of shares in points of a hundred, with its sign where it is below 0. */
export const points = (share: number): string => String(Math.round(share * 100));
