/** Drift of inputs and of predictions: two windows of items, many comparisons, one rule. Pure. */

import { createRng, deriveSeed, type Rng } from '../../../src/domain/math/rng.ts';
import {
  type ColumnSamples,
  columnDrift,
  isMoving,
} from '../../../src/domain/oversight/column-drift.ts';
import { raiseAlarm } from '../../../src/domain/oversight/drift-alarm.ts';
import { categoriesTest } from '../../../src/domain/oversight/resample.ts';
import type { ClassId, ColumnSpec, ItemId } from '../../../src/domain/records.ts';
import { isMissing } from '../../../src/modalities/table/missing.ts';
import type { DriftReport, DriftTest } from '../../oversight-api.ts';
import { isCategory, numberReader } from './column-values.ts';
import { compareVectors, type VectorWindows } from './vector-drift.ts';

export interface DriftItem {
  readonly id: ItemId;
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Class indices that the model gives; null before it has learned. */
  readonly said: readonly number[] | null;
  /** Nobody has answered it. */
  readonly isOpen: boolean;
  /** What a person answered, or else what the model says; null where neither did. */
  readonly taken: readonly number[] | null;
}

export interface DriftSource extends Pick<VectorWindows, 'vectors'> {
  /** In order of arrival. */
  readonly reference: readonly DriftItem[];
  readonly current: readonly DriftItem[];
  readonly columns: readonly ColumnSpec[];
  readonly classIds: readonly ClassId[];
  readonly seed: number;
}

type Untested = Omit<DriftTest, 'adjusted' | 'isChanged'>;

/** Within a class nothing is compared below this on either side. */
const LEAST_WITHIN = 5;
/** A class of more than this share of the reference looks as all the items do: it is not tested twice. */
const MOST_WITHIN = 0.5;
const MOST_MOVED = 30;

export function driftOf(
  source: DriftSource,
): Pick<DriftReport, 'isAlarm' | 'tests' | 'leftOut' | 'moved'> {
  const rng = createRng(deriveSeed(source.seed, 'drift'));
  const read = source.columns.map((column) => readColumn(source, column));
  const fit = read.filter((own) => own !== null);
  const vectors = compareVectors(source, rng);
  const tests = [
    ...fit.flatMap((own) => columnTests(own, source, rng)),
    ...predictionTests(source, rng),
    ...source.classIds.flatMap((classId, c) =>
      fit
        .filter((own) => !own.isMoving)
        .flatMap((own) => withinTest({ own, classId, c }, source, rng)),
    ),
    // The vectors hold what moves by its nature as well.
    ...(vectors.test ? [{ ...vectors.test, isMoving: fit.some(({ isMoving }) => isMoving) }] : []),
  ];
  const judged = raiseAlarm(tests);
  const leftOut = source.columns.filter((_, i) => read[i] === null).map(({ name }) => name);
  return { ...judged, leftOut, moved: mostMoved(source, judged.tests, vectors.witness) };
}

interface ReadColumn {
  readonly name: string;
  readonly isMoving: boolean;
  readonly sample: (a: readonly DriftItem[], b: readonly DriftItem[]) => ColumnSamples;
}

/** Null where no test fits. */
function readColumn(source: DriftSource, { name, type }: ColumnSpec): ReadColumn | null {
  const cellOf = ({ cells }: DriftItem): string => cells[name] ?? '';
  const all = [...source.reference, ...source.current].map(cellOf);
  const number = numberReader(all, type);
  if (number) {
    const numbersOf = (items: readonly DriftItem[]): number[] =>
      items.map((item) => number(cellOf(item))).filter(Number.isFinite);
    const sample: ReadColumn['sample'] = (a, b) => ({
      kind: 'number',
      reference: numbersOf(a),
      current: numbersOf(b),
    });
    const values = all.map(number).filter(Number.isFinite);
    return { name, isMoving: type === 'date' || isMoving(values), sample };
  }
  if (!isCategory(all, type)) return null;
  const sample: ReadColumn['sample'] = (a, b) => ({
    kind: 'category',
    reference: a.map(cellOf),
    current: b.map(cellOf),
  });
  return { name, isMoving: false, sample };
}

function columnTests(own: ReadColumn, source: DriftSource, rng: Rng): Untested[] {
  const { reference, current } = source;
  const samples = own.sample(reference, current);
  const base = { column: own.name, classId: null, isMoving: own.isMoving };
  const main = { ...base, on: 'column' as const, ...columnDrift(samples, rng) };
  const gaps = (items: readonly DriftItem[]): string[] =>
    items.map(({ cells }) => (isMissing(cells[own.name] ?? '') ? 'empty' : 'filled'));
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

interface Within {
  readonly own: ReadColumn;
  readonly classId: ClassId;
  readonly c: number;
}

/**
 * Whether the items of a class, answered or taken for it by the model, look different now. A change in
 * a rare class drowns in all the items, and stands out here.
 */
function withinTest({ own, classId, c }: Within, source: DriftSource, rng: Rng): Untested[] {
  const takes = ({ taken }: DriftItem): boolean => taken?.includes(c) ?? false;
  const before = source.reference.filter(takes);
  if (before.length > MOST_WITHIN * source.reference.length) return [];
  const samples = own.sample(before, source.current.filter(takes));
  if (samples.reference.length < LEAST_WITHIN || samples.current.length < LEAST_WITHIN) return [];
  const drift = columnDrift(samples, rng);
  return [{ on: 'within', column: own.name, classId, isMoving: false, ...drift }];
}

/** First what the model takes for a class that looks different, then what lies furthest from the old. */
function mostMoved(
  { current, classIds }: DriftSource,
  tests: readonly DriftTest[],
  witness: ReadonlyMap<number, number>,
): readonly ItemId[] {
  const changed = new Set(
    tests.flatMap(({ on, isChanged, classId }) =>
      on === 'within' && isChanged && classId ? [classIds.indexOf(classId)] : [],
    ),
  );
  const rank = ({ row, taken }: DriftItem): number =>
    (taken?.some((c) => changed.has(c)) ? 10 : 0) + (witness.get(row) ?? -1);
  return current
    .filter(({ isOpen }) => isOpen)
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, MOST_MOVED)
    .map(({ id }) => id);
}
