/** One JSON value as a row of text: nested objects become `a.b`, lists of plain values are joined. */
import { emptyRow, safeColumnName } from './columns.ts';

/** Separates the parts of a list in one cell; the label separator offered first in the wizard. */
export const LIST_SEPARATOR = '|';
const MAX_DEPTH = 6;

export function flattenValue(value: unknown): Record<string, string> {
  const row = emptyRow();
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) fill(row, value, '', 0);
  else row.text = toText(value);
  return row;
}

function fill(row: Record<string, string>, value: object, prefix: string, depth: number): void {
  for (const [key, part] of Object.entries(value)) {
    const name = `${prefix}${safeColumnName(key) || 'unnamed'}`;
    const isNested = part !== null && typeof part === 'object' && !Array.isArray(part);
    if (isNested && depth < MAX_DEPTH) fill(row, part, `${name}.`, depth + 1);
    else row[name] = toText(part);
  }
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && value.every((part) => part === null || typeof part !== 'object')) {
    return value.map(toText).join(LIST_SEPARATOR);
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
