/** A column of two windows as the comparisons take it: samples for one test, levels for a scan. */
import { type ColumnSamples, isMoving } from '../../../src/domain/oversight/column-drift.ts';
import { type Levelled, levelsOf } from '../../../src/domain/oversight/levels.ts';
import type { ColumnSpec, ItemId } from '../../../src/domain/records.ts';
import { isMissing } from '../../../src/modalities/table/missing.ts';
import type { CellPart } from '../../oversight-api.ts';
import { isCategory, numberReader } from './column-values.ts';

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

type Items = readonly DriftItem[];

export interface ReadColumn {
  readonly name: string;
  /** Differs between any two windows by its nature: a clock, a running number. */
  readonly isMoving: boolean;
  /** Without what is missing. */
  readonly sample: (reference: Items, current: Items) => ColumnSamples;
  readonly isEmpty: (item: DriftItem) => boolean;
  /** Every item has a level; what is missing has one of its own. */
  readonly levels: (reference: Items, current: Items, bins: number) => Levelled;
  /** The level of this item in words and numbers. */
  readonly part: (item: DriftItem, levels: Levelled) => CellPart;
}

/** `all`: the items of both windows in order of arrival. Null where no test fits the column. */
export function readColumn(all: Items, { name, type }: ColumnSpec): ReadColumn | null {
  const cellOf = ({ cells }: DriftItem): string => cells[name] ?? '';
  const cells = all.map(cellOf);
  const isEmpty = (item: DriftItem): boolean => isMissing(cellOf(item));
  const number = numberReader(cells, type);
  if (number) {
    const readOne = (item: DriftItem): number => number(cellOf(item));
    const values = cells.map(number).filter(Number.isFinite);
    const isOwnMoving = type === 'date' || isMoving(values);
    return { ...numberColumn(name, readOne), name, isMoving: isOwnMoving, isEmpty };
  }
  if (!isCategory(cells, type)) return null;
  const sample: ReadColumn['sample'] = (a, b) => ({
    kind: 'category',
    reference: a.map(cellOf),
    current: b.map(cellOf),
  });
  const levels: ReadColumn['levels'] = (a, b, bins) => levelsOf(sample(a, b), bins);
  const part: ReadColumn['part'] = (item) =>
    isEmpty(item)
      ? { column: name, kind: 'missing' }
      : { column: name, kind: 'value', value: cellOf(item) };
  return { name, isMoving: false, sample, isEmpty, levels, part };
}

function numberColumn(
  name: string,
  readOne: (item: DriftItem) => number,
): Pick<ReadColumn, 'sample' | 'levels' | 'part'> {
  const allOf = (items: Items): number[] =>
    items.map(readOne).map((value) => (Number.isFinite(value) ? value : Number.NaN));
  const known = (items: Items): number[] => items.map(readOne).filter(Number.isFinite);
  return {
    sample: (a, b) => ({ kind: 'number', reference: known(a), current: known(b) }),
    levels: (a, b, bins) =>
      levelsOf({ kind: 'number', reference: allOf(a), current: allOf(b) }, bins),
    part: (item, { edges }) => {
      const value = readOne(item);
      if (!Number.isFinite(value) || !edges) return { column: name, kind: 'missing' };
      const level = edges.filter((edge) => value >= edge).length;
      return {
        column: name,
        kind: 'range',
        from: edges[level - 1] ?? null,
        below: edges[level] ?? null,
      };
    },
  };
}
