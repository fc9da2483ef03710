/** Figures of this room in words. Pure. */
import type { CellPart, DriftCell, DriftTest } from '../../../workers/api.ts';
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
  if (on === 'within') return words.within(classId ? nameOf(classId) : '');
  if (on === 'together') return words.together;
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

/** "merchant is gift cards and amount is 181 or more: 4 of 9 new items, 1 of 63 before". */
export function sayCell({ where, counts }: DriftCell, n: readonly [number, number]): string {
  const { cell } = strings.drift;
  return cell.found(where.map(sayPart).join(cell.and), counts[1], n[1], counts[0], n[0]);
}

function sayPart(part: CellPart): string {
  const { cell } = strings.drift;
  const { column } = part;
  if (part.kind === 'missing') return cell.missing(column);
  if (part.kind === 'value') return cell.value(column, part.value);
  const { from, below } = part;
  if (from === null) return below === null ? cell.any(column) : cell.below(column, short(below));
  return below === null
    ? cell.above(column, short(from))
    : cell.between(column, short(from), short(below));
}

const short = (value: number): string => String(Number(value.toPrecision(4)));

export function sayVerdict({ isMoving, isChanged }: DriftTest): string {
  if (isMoving) return strings.drift.moving;
  return isChanged ? strings.drift.changed : strings.drift.same;
}

/** A difference of shares in points of a hundred, with its sign where it is below 0. */
export const points = (share: number): string => String(Math.round(share * 100));
