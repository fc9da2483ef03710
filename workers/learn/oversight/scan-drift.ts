/** Scans for where new items crowd: over all items, and within each class that is not most of them. */
import { createRng, deriveSeed, type Rng, shuffled } from '../../../src/domain/math/rng.ts';
import { type ScanCell, type ScanResult, scanTest } from '../../../src/domain/oversight/scan.ts';
import type { ClassId } from '../../../src/domain/records.ts';
import type { DriftCell } from '../../oversight-api.ts';
import type { DriftItem, ReadColumn } from './read-column.ts';

/** Items of a window that a scan goes through; of more an even sample. */
const MOST_SCANNED = 1_500;
/** All items are many: fine levels and three columns at once can be told apart. Those of a class are few. */
const ALL = { order: 3, bins: 8 } as const;
const CLASS = { order: 2, bins: 4 } as const;
/** Of a class: below these nothing is compared. */
const LEAST_BEFORE = 5;
const LEAST_NOW = 3;
/** A class of more than this share of the reference looks as all the items do: it is not tested twice. */
const MOST_WITHIN = 0.5;

export interface ScanSource {
  readonly reference: readonly DriftItem[];
  readonly current: readonly DriftItem[];
  readonly columns: readonly ReadColumn[];
  readonly classIds: readonly ClassId[];
  readonly seed: number;
}

export interface Scan {
  readonly classId: ClassId | null;
  readonly result: ScanResult;
  readonly n: readonly [number, number];
  readonly cells: readonly DriftCell[];
  /** In how many of those cells each of these new items lies. */
  readonly hits: ReadonlyMap<DriftItem, number>;
}

/** None without a column that takes part. */
export function scanDrift(source: ScanSource): readonly Scan[] {
  const rng = createRng(deriveSeed(source.seed, 'scan'));
  const fit = source.columns.filter(({ isMoving }) => !isMoving);
  if (fit.length === 0) return [];
  const whole = scanItems({ ...source, columns: fit, classId: null }, ALL, rng);
  const within = source.classIds.flatMap((classId, c) => {
    const takes = ({ taken }: DriftItem): boolean => taken?.includes(c) ?? false;
    const reference = source.reference.filter(takes);
    const current = source.current.filter(takes);
    if (reference.length > MOST_WITHIN * source.reference.length) return [];
    if (reference.length < LEAST_BEFORE || current.length < LEAST_NOW) return [];
    return [scanItems({ reference, current, columns: fit, classId }, CLASS, rng)];
  });
  return [whole, ...within];
}

interface Scanned extends Pick<ScanSource, 'reference' | 'current' | 'columns'> {
  readonly classId: ClassId | null;
}

function scanItems(
  { columns, classId, ...windows }: Scanned,
  { order, bins }: { readonly order: number; readonly bins: number },
  rng: Rng,
): Scan {
  const reference = sample(windows.reference, rng);
  const current = sample(windows.current, rng);
  const levels = columns.map((column) => column.levels(reference, current, bins));
  const codes = levels.map((own) => own.codes);
  const result = scanTest({ columns: codes, reference: reference.length, order, rng });
  const items = [...reference, ...current];
  const cells = result.cells.flatMap(({ columns: own, item, counts }): DriftCell[] => {
    const one = items[item];
    const where = own.flatMap((c) => {
      const [column, level] = [columns[c], levels[c]];
      return one && column && level ? [column.part(one, level)] : [];
    });
    return [{ where, counts }];
  });
  const hits = new Map(
    current.map((item, i) => [item, countCells(result.cells, codes, reference.length + i)]),
  );
  return { classId, result, n: [reference.length, current.length], cells, hits };
}

function countCells(
  cells: readonly ScanCell[],
  codes: readonly Int32Array[],
  position: number,
): number {
  return cells.filter(({ columns, item }) =>
    columns.every((c) => codes[c]?.[position] === codes[c]?.[item]),
  ).length;
}

function sample(items: readonly DriftItem[], rng: Rng): readonly DriftItem[] {
  return items.length <= MOST_SCANNED ? items : shuffled(items, rng).slice(0, MOST_SCANNED);
}
