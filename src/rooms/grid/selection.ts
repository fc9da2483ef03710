/** What is selected on the grid, and where the keyboard stands. Pure. */
export interface Selection {
  /** Place of the keyboard. */
  readonly cursor: number;
  /** Where a stretch began: Shift selects from here to the cursor. */
  readonly anchor: number;
  readonly chosen: ReadonlySet<number>;
}

export const NOTHING: Selection = { cursor: 0, anchor: 0, chosen: new Set() };

export interface Layout {
  readonly columns: number;
  readonly count: number;
}

const STEPS: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

/** After an arrow key; null when the key is none. At the border the cursor stays. */
export function moved(
  from: Selection,
  key: string,
  isStretched: boolean,
  { columns, count }: Layout,
): Selection | null {
  const step = STEPS[key]?.(columns);
  if (step === undefined) return null;
  const next = from.cursor + step;
  const cursor = next < 0 || next >= count ? from.cursor : next;
  if (!isStretched) return { ...from, cursor, anchor: cursor };
  return { ...from, cursor, chosen: stretched(from.chosen, from.anchor, cursor) };
}

export function toggled(from: Selection, at: number): Selection {
  const chosen = new Set(from.chosen);
  if (!chosen.delete(at)) chosen.add(at);
  return { cursor: at, anchor: at, chosen };
}

/** From the anchor to here, with what was chosen before. */
export function extendedTo(from: Selection, at: number): Selection {
  return { ...from, cursor: at, chosen: stretched(from.chosen, from.anchor, at) };
}

function stretched(chosen: ReadonlySet<number>, a: number, b: number): ReadonlySet<number> {
  const all = new Set(chosen);
  for (let i = Math.min(a, b); i <= Math.max(a, b); i++) all.add(i);
  return all;
}
