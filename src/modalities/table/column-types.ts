/** The types of columns in words, for whoever corrects them. */
import type { ColumnType } from '../../domain/records.ts';

export interface ColumnTypeChoice {
  readonly value: ColumnType;
  readonly label: string;
  readonly hint: string;
}

export const COLUMN_TYPES: ColumnTypeChoice[] = [
  {
    value: 'number',
    label: 'Number',
    hint: 'More and less mean something: amounts, ages, ratings.',
  },
  { value: 'category', label: 'Category', hint: 'One of several names, codes or yes and no.' },
  {
    value: 'date',
    label: 'Date or time',
    hint: 'Read as a trend and as hour, weekday and season.',
  },
  { value: 'text', label: 'Text', hint: 'Sentences, read word by word.' },
  { value: 'ignore', label: 'Not read', hint: 'Shown, but the model does not look at it.' },
];
