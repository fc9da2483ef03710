/** The kinds of values that a column of a table can have, as choices. */
import type { ColumnType } from '../../domain/records.ts';

export interface ColumnTypeChoice {
  readonly value: ColumnType;
  readonly label: string;
  readonly hint: string;
}

export const COLUMN_TYPES: ColumnTypeChoice[] = [
  { value: 'number', label: 'Number', hint: 'More and less mean something.' },
  { value: 'category', label: 'Category', hint: 'One of several; none is more than another.' },
  { value: 'date', label: 'Date', hint: 'A day or a moment; hours, weekdays and months are seen.' },
  { value: 'text', label: 'Text', hint: 'Words to be read.' },
  { value: 'ignore', label: 'Not read', hint: 'Shown to you, not to the model.' },
];

/** What a select gives back; anything unknown is not read rather than guessed. */
export const toColumnType = (value: string): ColumnType =>
  COLUMN_TYPES.find((choice) => choice.value === value)?.value ?? 'ignore';
