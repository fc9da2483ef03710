/** The questions that are steered to a group: what the project's strategy asks first among its items. */
import { type Focus, focusLeft, isFocused } from '../../../src/domain/focus.ts';
import type { QueryInput, QueryStrategy } from '../../../src/domain/query/strategy.ts';
import type { PlannedQuestion } from './questions.ts';

export interface FocusPlan {
  readonly focus: Focus;
  /** Open rows of the group, in the order in which they are asked before the model may choose. */
  readonly rows: Int32Array;
  readonly strategy: QueryStrategy;
  readonly input: Omit<QueryInput, 'count'>;
  readonly isUntaught: boolean;
  readonly seed: number;
  readonly decisions: number;
  readonly length: number;
  readonly poolSize: number;
}

/** By their position in the queue. */
export function planFocus(plan: FocusPlan): ReadonlyMap<number, PlannedQuestion> {
  const { focus, seed, decisions, length, poolSize } = plan;
  const positions = Array.from({ length }, (_, position) => position).filter((position) =>
    isFocused(focus, decisions + position, seed),
  );
  const left = focusLeft(focus, decisions);
  const { field, group } = focus;
  return new Map(
    firstRows(plan, positions.length).map((row, i) => [
      positions[i] as number,
      {
        row,
        record: { strategy: 'group', score: null, probability: 1, audit: false, poolSize },
        why: { kind: 'group', field, group, left },
      },
    ]),
  );
}

function firstRows(
  { rows, strategy, input, isUntaught }: FocusPlan,
  count: number,
): readonly number[] {
  if (count === 0 || rows.length === 0) return [];
  if (isUntaught || !strategy.needsModel) return [...rows.subarray(0, count)];
  return strategy.rank({ ...input, candidates: rows, count }).map(({ row }) => row);
}
