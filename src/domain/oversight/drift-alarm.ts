/**
 * The one rule of the drift alarm. All comparisons of a look (columns, predictions, columns within a
 * predicted class) go through Benjamini and Hochberg together; the alarm goes off when one stays below
 * the level. Where nothing changed at all, that happens in at most `ALARM_LEVEL` of the looks: then every
 * finding is false, and the false discovery rate is the chance of any (Benjamini and Hochberg 1995).
 */
import { adjust } from './many-tests.ts';

export const ALARM_LEVEL = 0.05;

export interface Alarmed<T> {
  readonly tests: readonly (T & { readonly adjusted: number; readonly isChanged: boolean })[];
  readonly isAlarm: boolean;
}

/** In the order given. `isMoving`: shown, but counted neither in the correction nor in the alarm. */
export function raiseAlarm<T extends { readonly p: number; readonly isMoving?: boolean }>(
  tests: readonly T[],
): Alarmed<T> {
  const counted = tests.filter(({ isMoving }) => !isMoving);
  const adjusted = adjust(counted.map(({ p }) => p));
  const ofTest = new Map(counted.map((test, i) => [test, adjusted[i] ?? 1]));
  const judged = tests.map((test) => {
    const own = ofTest.get(test) ?? 1;
    return { ...test, adjusted: own, isChanged: own < ALARM_LEVEL };
  });
  return { tests: judged, isAlarm: judged.some(({ isChanged }) => isChanged) };
}
