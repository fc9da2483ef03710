import { describe, expect, it } from 'vitest';
import { spreadsheetSafe } from '../../../src/formats/spreadsheet-safe.ts';
import { contentHash } from '../../../src/modalities/content-hash.ts';
import { detectEncoding } from '../../../workers/import/decode.ts';
import { guessRoles } from '../../../workers/import/guess-roles.ts';
import { splitLabels } from '../../../workers/import/label-cell.ts';

describe('cells for spreadsheets', () => {
  it.each([
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+49 30 1234', "'+49 30 1234"],
    ['@here', "'@here"],
    ['\t=1', "'\t=1"],
    ['-12.5', '-12.5'],
    ['+1e-3', '+1e-3'],
    ['plain', 'plain'],
    [-3, -3],
  ])('%j becomes %j', (cell, safe) => {
    expect(spreadsheetSafe(cell)).toBe(safe);
  });
});

describe('labels in a cell', () => {
  it('are split, trimmed and told once', () => {
    expect(splitLabels(' a | b|a||', '|')).toEqual(['a', 'b']);
    expect(splitLabels('a | b', null)).toEqual(['a | b']);
  });
});

describe('content hash', () => {
  it('is the same for the same text in another normal form', () => {
    expect(contentHash('e\u0301')).toBe(contentHash('\u00e9'));
    expect(contentHash('a')).toMatch(/^[0-9a-f]{32}$/);
    expect(contentHash('a')).not.toBe(contentHash('b'));
  });
});

describe('encodings', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
  it('are told by marks and by validity', () => {
    expect(detectEncoding(bytes(0xff, 0xfe, 65, 0), 'a').encoding).toBe('utf-16le');
    expect(detectEncoding(bytes(65, 0, 66, 0, 67, 0), 'a').encoding).toBe('utf-16le');
    expect(detectEncoding(new TextEncoder().encode('Grüße'), 'a').encoding).toBe('utf-8');
    // A character cut off at the end of the sample is no fault.
    expect(detectEncoding(new TextEncoder().encode('Grüße 🙂').subarray(0, -2), 'a').encoding).toBe(
      'utf-8',
    );
  });
  it('are said when they are guessed', () => {
    expect(detectEncoding(bytes(71, 114, 0xfc, 0xdf, 101), 'a.csv').warnings[0]).toMatch(
      /a\.csv is not UTF-8/,
    );
    expect(() => detectEncoding(bytes(0x89, 0x50, 0x4e, 0x47), 'x.png')).toThrow(/PNG image/);
  });
});

describe('guessing what columns are for', () => {
  const column = (name: string, values: string[]) => ({ name, values });
  it('takes names and values into account', () => {
    const roles = guessRoles([
      column('id', ['1', '2', '3', '4', '5', '6']),
      column('comment', ['one', 'two', 'three', 'four', 'five', 'six']),
      column('sentiment', ['good', 'bad', 'good', 'bad', 'good', 'bad']),
      column('board', ['a', 'b', 'c', 'd', 'e', 'f']),
    ]);
    expect([...roles.values()].sort()).toEqual(['content', 'field', 'id', 'label']);
    expect(roles.get('comment')).toBe('content');
    expect(roles.get('sentiment')).toBe('label');
  });
  it('finds the text by its length when no name helps', () => {
    const roles = guessRoles([
      column('x', ['a', 'b']),
      column('y', ['a much longer text', 'another long text']),
    ]);
    expect(roles.get('y')).toBe('content');
  });
});
