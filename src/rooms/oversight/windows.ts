/** From the choice of two windows to the items in them, by their numbers. Pure. */
import type { DriftQuery, ItemRange } from '../../../workers/api.ts';
import type { ProjectState } from '../../domain/state.ts';

/** Items that the alarm is asked about by default. */
export const NEWEST = 300;

export interface WindowChoice {
  /** Null: as it is found by default. 0-based, [from, to). */
  readonly reference: ItemRange | null;
  /** The newest items (`NEWEST` at most), or all that came in to be decided about. */
  readonly current: 'newest' | 'incoming';
}

export const DEFAULT_CHOICE: WindowChoice = { reference: null, current: 'newest' };

/** Null while there are too few items for two windows. */
export function toWindows(
  state: Pick<ProjectState, 'imports'>,
  items: number,
  choice: WindowChoice,
): DriftQuery | null {
  const current = currentOf(state, items, choice.current);
  const reference = choice.reference ?? referenceOf(state, current);
  const [a, b] = [clip(reference, items), clip(current, items)];
  return a.to > a.from && b.to > b.from ? { reference: a, current: b } : null;
}

function currentOf(
  state: Pick<ProjectState, 'imports'>,
  items: number,
  choice: WindowChoice['current'],
): ItemRange {
  const from = firstIncoming(state);
  if (choice === 'incoming' && from !== null) return { from, to: items };
  return { from: items - Math.min(NEWEST, Math.floor(items / 2)), to: items };
}

/** Number of the first item that came in to be decided about, or null. */
export function firstIncoming({ imports }: Pick<ProjectState, 'imports'>): number | null {
  const starts = imports.flatMap(({ purpose, from }) =>
    purpose === 'decide' && from !== undefined ? [from] : [],
  );
  return starts.length === 0 ? null : Math.min(...starts);
}

/**
 * The first import, as far as it lies before the current window. Where all came at once, its first
 * half: what is close to the newest items would hide how they differ from the old ones.
 */
function referenceOf({ imports }: Pick<ProjectState, 'imports'>, current: ItemRange): ItemRange {
  const second = imports.map(({ from }) => from ?? 0).find((from) => from > 0);
  if (second !== undefined && second <= current.from) return { from: 0, to: second };
  return { from: 0, to: Math.min(current.from, Math.ceil(current.to / 2)) };
}

const clip = ({ from, to }: ItemRange, items: number): ItemRange => ({
  from: Math.max(0, from),
  to: Math.min(items, to),
});
