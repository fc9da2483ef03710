/**
 * The one rule of the drift alarm. All comparisons of a look go through Benjamini and Hochberg together,
 * with weights given beforehand (Genovese, Roeder and Wasserman 2006): comparisons come in families, and
 * each family has its share of the level however many comparisons it holds, so that a strong one is not
 * drowned by many weak ones. The alarm goes off when one stays below the level. Where nothing changed at
 * all, that happens in at most `ALARM_LEVEL` of the looks: then every finding is false, and the false
 * discovery rate is the chance of any (Benjamini and Hochberg 1995).
 */
import { adjust } from './many-tests.ts';

export const ALARM_LEVEL = 0.03;

export type TestFamily = keyof typeof FAMILY_SHARES;

/**
 * `within`: the items of one class. `together`: all items in all respects at once. `single`: one respect
 * of all items. Where a family is empty, its share goes to the others.
 */
const FAMILY_SHARES = { within: 0.4, together: 0.4, single: 0.2 } as const;

export interface Alarmed<T> {
  readonly tests: readonly (T & { readonly adjusted: number; readonly isChanged: boolean })[];
  readonly isAlarm: boolean;
}

interface Alarming {
  readonly p: number;
  readonly family: TestFamily;
  readonly isMoving?: boolean;
}

/** In the order given. `isMoving`: shown, but counted neither in the correction nor in the alarm. */
export function raiseAlarm<T extends Alarming>(tests: readonly T[]): Alarmed<T> {
  const counted = tests.filter(({ isMoving }) => !isMoving);
  const weights = weightsOf(counted);
  const adjusted = adjust(counted.map(({ p }, i) => p / (weights[i] ?? 1)));
  const ofTest = new Map(counted.map((test, i) => [test, adjusted[i] ?? 1]));
  const judged = tests.map((test) => {
    const own = ofTest.get(test) ?? 1;
    return { ...test, adjusted: own, isChanged: own < ALARM_LEVEL };
  });
  return { tests: judged, isAlarm: judged.some(({ isChanged }) => isChanged) };
}

/** Their mean is 1. */
function weightsOf(tests: readonly Alarming[]): readonly number[] {
  const sizes = { within: 0, together: 0, single: 0 };
  for (const { family } of tests) sizes[family] += 1;
  const families = Object.keys(sizes) as TestFamily[];
  const present = families.reduce((sum, one) => sum + (sizes[one] > 0 ? FAMILY_SHARES[one] : 0), 0);
  return tests.map(
    ({ family }) => (FAMILY_SHARES[family] / present) * (tests.length / sizes[family]),
  );
}
