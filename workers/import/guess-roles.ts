/** What a column is for, as far as its name and first values tell; the person has the last word. */
import type { ColumnRole, PreviewColumn } from '../api.ts';

const CONTENT_NAMES =
  /^(text|content|comment|message|body|review|tweet|sentence|question|title|utterance|document|post)s?$/i;
const LABEL_NAMES =
  /^(label|class|category|sentiment|target|intent|tag|topic|gold|y)(s|es|_name)?$/i;
const ID_NAMES = /^(id|uuid|guid|key|index|row|nr|no|.*_id)$/i;
/** More distinct values than this are hardly classes. */
const MAX_CLASSES = 100;

export interface ColumnFacts {
  readonly name: string;
  readonly values: readonly string[];
}

export function guessRoles(columns: readonly ColumnFacts[]): ReadonlyMap<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>();
  const content = pickContent(columns);
  if (content) roles.set(content.name, 'content');
  const label = columns.find((column) => !roles.has(column.name) && isLabel(column));
  if (label) roles.set(label.name, 'label');
  const id = columns.find((column) => !roles.has(column.name) && isId(column));
  if (id) roles.set(id.name, 'id');
  for (const column of columns) {
    if (!roles.has(column.name)) roles.set(column.name, columns.length > 12 ? 'ignore' : 'field');
  }
  return roles;
}

/** A column named like content, else the one with the longest texts. */
function pickContent(columns: readonly ColumnFacts[]): ColumnFacts | undefined {
  const named = columns.find((column) => CONTENT_NAMES.test(column.name));
  if (named) return named;
  return columns.reduce<ColumnFacts | undefined>(
    (best, column) => (!best || meanLength(column) > meanLength(best) ? column : best),
    undefined,
  );
}

function isLabel({ name, values }: ColumnFacts): boolean {
  const filled = values.filter((value) => value !== '');
  const distinct = new Set(filled).size;
  const repeats =
    distinct >= 2 && distinct <= Math.min(MAX_CLASSES, Math.max(2, filled.length / 3));
  if (LABEL_NAMES.test(name)) return distinct <= MAX_CLASSES || filled.length === 0;
  const isNumeric = filled.every((value) => /^-?\d+(\.\d+)?$/.test(value));
  return repeats && !isNumeric && meanLength({ name, values: filled }) <= 40;
}

function isId({ name, values }: ColumnFacts): boolean {
  return ID_NAMES.test(name) && new Set(values).size === values.length;
}

function meanLength({ values }: ColumnFacts): number {
  return values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);
}

/** Distinct values with their counts, most frequent first. */
export function countValues(values: readonly string[], most: number): PreviewColumn['distinct'] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}
