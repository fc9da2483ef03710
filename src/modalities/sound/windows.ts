/** Where a recording is cut: windows of one length, side by side. */
export interface Cutting {
  /** In samples. */
  readonly length: number;
  readonly rate: number;
  /** Null = whole. */
  readonly windowMs: number | null;
}

export interface Cut {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** A last window is kept when it is longer than half of one, or the only one. */
export function cutWindows({ length, rate, windowMs }: Cutting): readonly Cut[] {
  if (length === 0) return [];
  const size = windowMs === null ? length : Math.max(1, Math.round((windowMs * rate) / 1000));
  const cuts: Cut[] = [];
  for (let from = 0; from < length; from += size) {
    const to = Math.min(length, from + size);
    if (from === 0 || to - from === size || 2 * (to - from) > size) cuts.push({ from, to });
  }
  return cuts;
}
