/** Which classes are taken for which: counts over items with a known class, one class an item. */

export interface ConfusionPair {
  /** Class indices: what a person said, what the model says. */
  readonly truth: number;
  readonly said: number;
  /** Positions in the input, ascending. */
  readonly at: readonly number[];
}

/** Cells that are not empty; most items first, then by class. */
export function confusionPairs(
  judged: readonly { readonly truth: number; readonly said: number }[],
): readonly ConfusionPair[] {
  const cells = new Map<string, { truth: number; said: number; at: number[] }>();
  judged.forEach(({ truth, said }, i) => {
    const key = `${truth} ${said}`;
    const cell = cells.get(key) ?? { truth, said, at: [] };
    cell.at.push(i);
    cells.set(key, cell);
  });
  return [...cells.values()].sort(
    (a, b) => b.at.length - a.at.length || a.truth - b.truth || a.said - b.said,
  );
}
