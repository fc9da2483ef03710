/** Between what a person writes or points at and the columns of the table encoder. */
import type { FeatureRef } from '../../domain/explanation/feature.ts';
import { MISSING, OTHER } from './fit-columns.ts';
import { EVERY } from './place-columns.ts';
import type { FittedColumn, TableState } from './state.ts';

const JOINT = ' = ';

/** `column` or `column = level`; null when nothing is written. */
export function featureOf(input: string): FeatureRef | null {
  const typed = input.trim();
  if (typed === '') return null;
  const at = typed.indexOf(JOINT);
  if (at < 0) return { kind: 'column', column: typed };
  const [column, level] = [typed.slice(0, at).trim(), typed.slice(at + JOINT.length).trim()];
  return column === '' || level === '' ? null : { kind: 'column', column, level };
}

/** Without a level all of the column. */
export function columnsOf(state: TableState, feature: FeatureRef): readonly number[] {
  if (feature.kind !== 'column') return [];
  if (feature.column === EVERY) return [0];
  const column = state.columns.find(({ name }) => name === feature.column);
  if (!column) return [];
  if (feature.level === undefined) return upFrom(column.first, column.width);
  const place = placeOfLevel(column, feature.level);
  return place === null ? [] : [column.first + place];
}

function placeOfLevel(column: FittedColumn, level: string): number | null {
  if (column.kind === 'text') {
    const at = column.state.vocabulary.terms.indexOf(level);
    return at < 0 ? null : at;
  }
  if (level === MISSING) return column.width - 1;
  if (column.kind !== 'category') return null;
  const at = column.levels.indexOf(level);
  if (at >= 0) return at;
  return level === OTHER ? column.levels.length : null;
}

/**
 * Columns that can only grow with a number or a date: none of them may lower what the column is said
 * to raise. None of a column of levels, which as a whole says neither; null for single levels.
 */
export function risingColumns(state: TableState, feature: FeatureRef): readonly number[] | null {
  if (feature.kind !== 'column' || feature.level !== undefined) return null;
  const column = state.columns.find(({ name }) => name === feature.column);
  if (column?.kind !== 'number' && column?.kind !== 'date') return [];
  return upFrom(column.first, 1 + column.ramp.edges.length);
}

export function featureAt(state: TableState, index: number): FeatureRef {
  const column = state.columns.find(({ first, width }) => index >= first && index < first + width);
  if (!column) return { kind: 'column', column: EVERY };
  const level = levelAt(column, index - column.first);
  return { kind: 'column', column: column.name, ...(level === null ? {} : { level }) };
}

function levelAt(column: FittedColumn, place: number): string | null {
  if (column.kind === 'text') return column.state.vocabulary.terms[place] ?? null;
  if (place === column.width - 1) return MISSING;
  return column.kind === 'category' ? (column.levels[place] ?? OTHER) : null;
}

function upFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, k) => first + k);
}
