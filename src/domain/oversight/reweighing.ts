/**
 * Weights of training rows so that group and class become independent: W(g, c) = P(g) P(c) / P(g, c)
 * (Kamiran and Calders 2012). They sum to the number of rows.
 */

export interface Grouped {
  readonly group: string;
  /** Is the row of the class in question? */
  readonly isClass: boolean;
}

/** One weight a row, in the order given, above 0. */
export function reweigh(rows: readonly Grouped[]): readonly number[] {
  const count = (is: (row: Grouped) => boolean): number => rows.filter(is).length;
  const weights = new Map<string, number>();
  const keyOf = ({ group, isClass }: Grouped): string => `${isClass} ${group}`;
  for (const row of rows) {
    if (weights.has(keyOf(row))) continue;
    const ofGroup = count(({ group }) => group === row.group);
    const ofClass = count(({ isClass }) => isClass === row.isClass);
    const both = count((other) => keyOf(other) === keyOf(row));
    weights.set(keyOf(row), (ofGroup * ofClass) / (rows.length * both));
  }
  return rows.map((row) => weights.get(keyOf(row)) ?? 1);
}
