/** What of the answer the map shows as standing out. Pure. */
import type { BrowseAnswer } from '../../../../workers/api.ts';
import type { Colouring } from '../address.ts';

/** Of every row: place of the class that its colour or shape tells, or -1. */
export function colouredBy(answer: BrowseAnswer, colouring: Colouring): Int16Array {
  return colouring === 'label' || !answer.predictedOf ? answer.labelOf : answer.predictedOf;
}

export interface MatchesInput {
  readonly answer: BrowseAnswer;
  readonly colouring: Colouring;
  /** Places of classes that were put aside; -1 = none. */
  readonly aside: ReadonlySet<number>;
}

/** 1 where the conditions hold and the class was not put aside. */
export function matchesOf({ answer, colouring, aside }: MatchesInput): Uint8Array {
  const matches = new Uint8Array(answer.total);
  const classOf = colouredBy(answer, colouring);
  for (const row of answer.rows) matches[row] = aside.has(classOf[row] ?? -1) ? 0 : 1;
  return matches;
}

/** How many of the rows each class has; the last is of those without any. */
export function classCounts(
  classOf: Int16Array,
  rows: Uint32Array,
  classes: number,
): readonly number[] {
  const counts = new Array<number>(classes + 1).fill(0);
  for (const row of rows) {
    const own = classOf[row] ?? -1;
    const at = own < 0 ? classes : own;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
