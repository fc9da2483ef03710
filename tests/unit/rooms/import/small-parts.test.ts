import { describe, expect, it } from 'vitest';
import { badRowsCsv } from '../../../../src/rooms/import/bad-rows-csv.ts';
import { columnsShown, MAX_COLUMNS_SHOWN } from '../../../../src/rooms/import/columns-shown.ts';
import { encodingChoices } from '../../../../src/rooms/import/encodings.ts';
import { firstItem } from '../../../../src/rooms/import/first-item.ts';
import { previewOf } from './preview-of.ts';

describe('the list of bad rows', () => {
  it('is quoted and runs nothing in a spreadsheet', () => {
    const csv = badRowsCsv([{ row: 7, reason: 'says "no"', excerpt: '=cmd|x' }]);
    expect(csv).toBe('row,reason,excerpt\r\n7,"says ""no""","\'=cmd|x"\r\n');
  });
});

describe('many columns', () => {
  const wide = previewOf(
    Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `column ${index}`,
        { guess: index === 99 ? 'content' : 'field', cells: ['x'] } as const,
      ]),
    ),
  ).columns;

  it('shows a page of them, the important ones first', () => {
    const { shown, hidden } = columnsShown(wide, '', (column) => column.guess === 'content');
    expect(shown).toHaveLength(MAX_COLUMNS_SHOWN);
    expect(shown[0]?.name).toBe('column 99');
    expect(hidden).toBe(60);
  });

  it('finds one by a part of its name', () => {
    const { shown, hidden } = columnsShown(wide, 'N 42', () => false);
    expect(shown.map((column) => column.name)).toEqual(['column 42']);
    expect(hidden).toBe(0);
  });
});

describe('the first item', () => {
  it('joins text columns in file order and skips empty rows', () => {
    const preview = previewOf({
      title: { guess: 'content', cells: ['', 'Hello'] },
      note: { guess: 'field', cells: ['', 'n'] },
      body: { guess: 'content', cells: ['', 'World'] },
    });
    const item = firstItem(preview, { body: 'content', title: 'content', note: 'field' });
    expect(item).toEqual({ text: 'Hello\n\nWorld', fields: [{ name: 'note', value: 'n' }] });
  });

  it('is nothing where no column is text', () => {
    expect(
      firstItem(previewOf({ a: { guess: 'field', cells: ['x'] } }), { a: 'field' }),
    ).toBeNull();
  });
});

describe('encodings', () => {
  it('offers the one in use even when it is a rare one', () => {
    expect(encodingChoices('UTF-8')).not.toContain('UTF-8');
    expect(encodingChoices('ibm866')[0]).toBe('ibm866');
  });
});
