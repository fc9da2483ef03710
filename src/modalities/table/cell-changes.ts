/** Every single change of a row that the project itself suggests, and what it does to the scores. */
import type { LinearHead } from '../explain-contract.ts';
import { changeKey } from './change-key.ts';
import type { Cells } from './infer-columns.ts';
import { scaled } from './ramp.ts';
import { putInputs, putNamed, valueIn } from './read-row.ts';
import type { FittedColumn, TableState } from './state.ts';
import { unnamedOf } from './unnamed.ts';

export interface CellCandidate {
  readonly column: string;
  readonly put: string;
  /** How far it is: in spreads of a number, 1 for another level. */
  readonly cost: number;
  /** What the named values add to the scores, [classes]. */
  readonly named: Float64Array;
  /** By how much the projections of all columns together move. */
  readonly turns: Float64Array;
}

/** Values tried in all; with many columns each gets fewer. */
const MOST_TRIED = 2_400;
const FEWEST = 2;

export interface CandidateInput {
  readonly state: TableState;
  readonly cells: Cells;
  readonly head: LinearHead;
  readonly locked: ReadonlySet<string>;
  readonly banned: ReadonlySet<string>;
}

/** Of the columns that may change; a text is no value to be picked. */
export function changeable({ state, locked }: Pick<CandidateInput, 'state' | 'locked'>) {
  return state.columns.filter(({ kind, name }) => kind !== 'text' && !locked.has(name));
}

export function listCandidates(input: CandidateInput): readonly CellCandidate[] {
  const columns = changeable(input);
  const each = Math.max(FEWEST, Math.floor(MOST_TRIED / Math.max(1, columns.length)));
  return columns.flatMap((column) => {
    const { examples } = column;
    const step = Math.max(1, Math.ceil(examples.length / each));
    const some = column.kind === 'category' ? examples.slice(0, each) : examples;
    return some
      .filter((_, k) => column.kind === 'category' || k % step === 0)
      .flatMap((put) => toCandidate(input, column, put) ?? []);
  });
}

/** Null when the cell would say the same as it does, or the change was called nonsense. */
export function toCandidate(
  { state, cells, head, banned }: CandidateInput,
  column: FittedColumn,
  put: string,
): CellCandidate | null {
  const removed = cells[column.name] ?? '';
  if (banned.has(changeKey({ at: column.name, removed, put }))) return null;
  const cost = costOf(column, removed, put);
  if (cost === 0) return null;
  const { classes } = head;
  const named = new Float64Array(classes);
  const { count, projections } = unnamedOf(state);
  const turns = new Float64Array(count);
  for (const [cell, sign] of [
    [removed, -1],
    [put, 1],
  ] as const) {
    const own = { [column.name]: cell };
    putNamed(column, own, (at, value) => {
      for (let c = 0; c < classes; c++)
        named[c] =
          (named[c] as number) +
          sign * value * state.scale * (head.sparse[at * classes + c] as number);
    });
    putInputs(column, own, (at, value) => {
      const line = at * count;
      for (let k = 0; k < count; k++)
        turns[k] = (turns[k] as number) + sign * value * (projections[line + k] as number);
    });
  }
  return { column: column.name, put, cost, named, turns };
}

/** In spreads of the column; from or to nothing, or another level: 1; the same: 0. */
export function costOf(column: FittedColumn, removed: string, put: string): number {
  if (column.kind === 'category' || column.kind === 'text')
    return removed.trim() === put.trim() ? 0 : 1;
  const [from, to] = [valueIn(column, removed), valueIn(column, put)];
  if (!Number.isFinite(from) || !Number.isFinite(to))
    return Number.isFinite(from) === Number.isFinite(to) ? 0 : 1;
  return Math.abs(scaled(column.ramp, to) - scaled(column.ramp, from));
}
