/** Which items are selected, by row, and where the keyboard stands in the order shown. Pure. */
export interface Selection {
  /** 1 where selected, a byte per item of the project. */
  readonly chosen: Uint8Array;
  readonly count: number;
  /** Place in the order shown. */
  readonly cursor: number;
  /** Where a stretch began: Shift selects from here to the cursor. */
  readonly anchor: number;
}

export function nothing(rows: number): Selection {
  return { chosen: new Uint8Array(rows), count: 0, cursor: 0, anchor: 0 };
}

/** For a project that has grown: what was selected stays. */
export function grown(from: Selection, rows: number): Selection {
  if (from.chosen.length >= rows) return from;
  const chosen = new Uint8Array(rows);
  chosen.set(from.chosen);
  return { ...from, chosen };
}

export function toggled(from: Selection, row: number, at: number): Selection {
  const isChosen = from.chosen[row] === 1;
  return { ...set(from, [row], !isChosen), cursor: at, anchor: at };
}

/** Also these rows; `isChosen` false: without these. */
export function set(from: Selection, rows: Iterable<number>, isChosen = true): Selection {
  const chosen = from.chosen.slice();
  let { count } = from;
  for (const row of rows) {
    if ((chosen[row] === 1) === isChosen) continue;
    chosen[row] = isChosen ? 1 : 0;
    count += isChosen ? 1 : -1;
  }
  return { ...from, chosen, count };
}

/** Where the keyboard stands among `count` items: what is shown may have become less than it was. */
export function within(from: Selection, count: number): Selection {
  const most = Math.max(0, count - 1);
  if (from.cursor <= most && from.anchor <= most) return from;
  return { ...from, cursor: Math.min(from.cursor, most), anchor: Math.min(from.anchor, most) };
}

/** From the anchor to this place of the order, with what was selected before. */
export function stretchedTo(from: Selection, at: number, order: Uint32Array): Selection {
  const [low, high] = at < from.anchor ? [at, from.anchor] : [from.anchor, at];
  return { ...set(from, order.subarray(low, high + 1)), cursor: at };
}

export interface Step {
  readonly key: string;
  readonly columns: number;
  /** Rows of the grid that are in sight. */
  readonly page: number;
  readonly count: number;
}

/** Where a key leads to; null when it moves nothing. At the border the cursor stays. */
export function movedTo(cursor: number, { key, columns, page, count }: Step): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: columns > 1 ? -1 : 0,
    ArrowRight: columns > 1 ? 1 : 0,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * page,
    PageDown: columns * page,
    Home: -cursor,
    End: count - 1 - cursor,
  };
  const step = steps[key];
  if (step === undefined || count === 0) return null;
  const isPage = key.startsWith('Page');
  const next = cursor + step;
  if (isPage) return Math.min(count - 1, Math.max(0, next));
  return next < 0 || next >= count ? cursor : next;
}

/** Selected rows, ascending. */
export function chosenRows({ chosen, count }: Selection): Uint32Array {
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < chosen.length && at < count; row++) if (chosen[row]) rows[at++] = row;
  return rows;
}
