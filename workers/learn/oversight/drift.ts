/** Drift of inputs and of predictions: two windows of items, many comparisons, one rule. Pure. */

import { createRng, deriveSeed, type Rng } from '../../../src/domain/math/rng.ts';
import { columnDrift } from '../../../src/domain/oversight/column-drift.ts';
import { raiseAlarm, type TestFamily } from '../../../src/domain/oversight/drift-alarm.ts';
import { categoriesTest } from '../../../src/domain/oversight/resample.ts';
import type { ClassId, ColumnSpec, ItemId } from '../../../src/domain/records.ts';
import type { DriftReport, DriftTest } from '../../oversight-api.ts';
import { type DriftItem, type ReadColumn, readColumn } from './read-column.ts';
import { type Scan, scanDrift } from './scan-drift.ts';
import { compareVectors, type VectorWindows } from './vector-drift.ts';

export interface DriftSource extends Pick<VectorWindows, 'vectors'> {
  /** In order of arrival. */
  readonly reference: readonly DriftItem[];
  readonly current: readonly DriftItem[];
  readonly columns: readonly ColumnSpec[];
  readonly classIds: readonly ClassId[];
  readonly seed: number;
}

type Untested = Omit<DriftTest, 'adjusted' | 'isChanged'>;

const FAMILIES = {
  within: 'within',
  together: 'together',
  vectors: 'together',
  column: 'single',
  missing: 'single',
  predictions: 'single',
} as const satisfies Record<DriftTest['on'], TestFamily>;
const MOST_MOVED = 30;

export function driftOf(
  source: DriftSource,
): Pick<DriftReport, 'isAlarm' | 'tests' | 'leftOut' | 'moved'> {
  const rng = createRng(deriveSeed(source.seed, 'drift'));
  const all = [...source.reference, ...source.current];
  const read = source.columns.map((column) => readColumn(all, column));
  const fit = read.filter((own) => own !== null);
  const vectors = compareVectors(source, rng);
  const scans = scanDrift({ ...source, columns: fit });
  const tests = [
    ...scans.map(scanTestOf),
    ...fit.flatMap((own) => columnTests(own, source, rng)),
    ...predictionTests(source, rng),
    // The vectors hold what moves by its nature as well.
    ...(vectors.test ? [{ ...vectors.test, isMoving: fit.some(({ isMoving }) => isMoving) }] : []),
  ];
  const judged = raiseAlarm(tests.map((test) => ({ ...test, family: FAMILIES[test.on] })));
  const changed = scans.filter((_, i) => judged.tests[i]?.isChanged);
  return {
    isAlarm: judged.isAlarm,
    tests: judged.tests.map(({ family: _, ...test }) => test),
    leftOut: source.columns.filter((_, i) => read[i] === null).map(({ name }) => name),
    moved: mostMoved(source, changed, vectors.witness),
  };
}

function scanTestOf({ classId, result, n, cells }: Scan): Untested {
  return {
    on: classId === null ? 'together' : 'within',
    column: null,
    classId,
    test: 'scan',
    statistic: result.statistic,
    p: result.p,
    psi: null,
    n,
    isMoving: false,
    cells,
  };
}

function columnTests(own: ReadColumn, source: DriftSource, rng: Rng): Untested[] {
  const { reference, current } = source;
  const samples = own.sample(reference, current);
  const base = { column: own.name, classId: null, isMoving: own.isMoving };
  const main = { ...base, on: 'column' as const, ...columnDrift(samples, rng) };
  const gaps = (items: readonly DriftItem[]): string[] =>
    items.map((item) => (own.isEmpty(item) ? 'empty' : 'filled'));
  const [a, b] = [gaps(reference), gaps(current)];
  if (samples.kind === 'category' || ![...a, ...b].includes('empty')) return [main];
  const missing = columnDrift({ kind: 'category', reference: a, current: b }, rng);
  return [main, { ...base, on: 'missing', ...missing }];
}

/** How often each class is proposed. Several classes an item: every class is a yes or no of its own. */
function predictionTests({ reference, current, classIds }: DriftSource, rng: Rng): Untested[] {
  if (reference.some(({ said }) => said === null)) return [];
  const isSingle = [...reference, ...current].every(({ said }) => said?.length === 1);
  const base = { on: 'predictions' as const, column: null, isMoving: false, psi: null };
  const n = [reference.length, current.length] as const;
  const test = (nameOf: (item: DriftItem) => string) => ({
    test: 'chi-square' as const,
    ...categoriesTest({ reference: reference.map(nameOf), current: current.map(nameOf) }, rng),
    n,
  });
  if (isSingle) return [{ ...base, classId: null, ...test(({ said }) => String(said?.[0])) }];
  return classIds.map((classId, c) => ({
    ...base,
    classId,
    ...test(({ said }) => String(said?.includes(c))),
  }));
}

/**
 * First what lies where new items crowd, then the items of a class that looks different, then what lies
 * furthest from the old.
 */
function mostMoved(
  { current, classIds }: DriftSource,
  changed: readonly Scan[],
  witness: ReadonlyMap<number, number>,
): readonly ItemId[] {
  const classes = new Set(
    changed.flatMap(({ classId }) => (classId === null ? [] : [classIds.indexOf(classId)])),
  );
  const hitsOf = (item: DriftItem): number =>
    changed.reduce((sum, { hits }) => sum + (hits.get(item) ?? 0), 0);
  const rankOf = (item: DriftItem): number =>
    100 * hitsOf(item) +
    (item.taken?.some((c) => classes.has(c)) ? 10 : 0) +
    (witness.get(item.row) ?? -1);
  const rank = new Map(current.map((item) => [item, rankOf(item)]));
  return current
    .filter(({ isOpen }) => isOpen)
    .sort((a, b) => (rank.get(b) ?? 0) - (rank.get(a) ?? 0))
    .slice(0, MOST_MOVED)
    .map(({ id }) => id);
}
