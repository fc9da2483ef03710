/** A column as few levels, so that its values can be counted together with those of others. */
import type { ColumnSamples } from './column-drift.ts';

export interface Levelled {
  /** Level of each item, the reference first; a whole number below 4,096. */
  readonly codes: Int32Array;
  /** Of numbers: level l holds from `edges[l - 1]` to below `edges[l]`. Null for categories. */
  readonly edges: readonly number[] | null;
}

const MOST_LEVELS = 4_096;

/** Numbers are cut into `bins` of about equal size over both windows; NaN = missing, a level of its own. */
export function levelsOf({ kind, reference, current }: ColumnSamples, bins: number): Levelled {
  if (kind === 'category') return { codes: codesOf([...reference, ...current]), edges: null };
  const values = [...reference, ...current];
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const cuts = Array.from(
    { length: bins - 1 },
    (_, i) => known[Math.floor(((i + 1) * known.length) / bins)] ?? 0,
  );
  const edges = known.length === 0 ? [] : [...new Set(cuts)];
  const level = (value: number): number =>
    Number.isNaN(value) ? edges.length + 1 : edges.filter((edge) => value >= edge).length;
  return { codes: Int32Array.from(values, level), edges };
}

/** The last level is shared by all names beyond the first so many. */
function codesOf(names: readonly string[]): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from(names, (name) => {
    const code = known.get(name) ?? Math.min(known.size, MOST_LEVELS - 1);
    known.set(name, code);
    return code;
  });
}
