import { describe, expect, it } from 'vitest';
import { dateOrderOf, readDate } from '../../../src/modalities/table/dates.ts';
import { inferColumns, inferType } from '../../../src/modalities/table/infer-columns.ts';
import { decimalMarkOf, readNumber } from '../../../src/modalities/table/numbers.ts';

describe('numbers as people write them', () => {
  it.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['−3.5', -3.5],
    ['1,234.56', 1234.56],
    ['1 234.5', 1234.5],
    ["1'234.50", 1234.5],
    ['€ 12.50', 12.5],
    ['$1,200', 1200],
    ['-$5', -5],
    ['12 USD', 12],
    ['35 %', 35],
    ['(4.20)', -4.2],
    ['1e-3', 0.001],
    ['.5', 0.5],
  ])('%s', (cell, value) => {
    expect(readNumber(cell, '.')).toBeCloseTo(value, 10);
  });

  it.each([
    ['1.234,56', 1234.56],
    ['0,25', 0.25],
    ['12,5 €', 12.5],
    ['1.234.567', 1_234_567],
  ])('%s, with a decimal comma', (cell, value) => {
    expect(readNumber(cell, ',')).toBeCloseTo(value, 10);
  });

  it.each(['', 'n/a', 'ABC12', '1.2.3', '12-13', '1,23,4', 'twelve'])('%s is none', (cell) => {
    expect(readNumber(cell, '.')).toBeNaN();
  });

  it('finds the decimal mark from the whole column', () => {
    expect(decimalMarkOf(['1,234', '5,678', '12.5'])).toBe('.');
    expect(decimalMarkOf(['0,5', '1,25', '3'])).toBe(',');
    expect(decimalMarkOf(['1,234', '2,345'])).toBe('.');
  });
});

describe('dates as people write them', () => {
  const day = Date.UTC(2024, 4, 1);
  it.each([
    ['2024-05-01', day],
    ['2024/5/1', day],
    ['20240501', day],
    ['01.05.2024', day],
    ['1/5/24', day],
    ['1 May 2024', day],
    ['May 1, 2024', day],
    ['2024-05-01 14:30', day + 14.5 * 3_600_000],
    ['2024-05-01T14:30:00Z', day + 14.5 * 3_600_000],
    ['2024-05-01T14:30:00+02:00', day + 12.5 * 3_600_000],
    ['01.05.2024 2:30 PM', day + 14.5 * 3_600_000],
    ['14:30', 14.5 * 3_600_000],
  ])('%s', (cell, at) => {
    expect(readDate(cell, 'day-first')).toBe(at);
  });

  it.each(['2024-02-30', '13.13.2024', '25:00', 'May', '12', ''])('%s is none', (cell) => {
    expect(readDate(cell, 'day-first')).toBeNaN();
  });

  it('finds the order of day and month from the whole column', () => {
    expect(dateOrderOf(['01/02/2024', '13/02/2024'])).toBe('day-first');
    expect(dateOrderOf(['01/02/2024', '02/13/2024'])).toBe('month-first');
    expect(dateOrderOf(['01.02.2024'])).toBe('day-first');
    expect(dateOrderOf(['01/02/2024'])).toBe('month-first');
  });
});

describe('what a column is', () => {
  const times = (count: number, cell: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => cell(i));

  it.each([
    ['price', times(50, (i) => `€ ${i % 20},50`), 'number'],
    ['share', times(50, (i) => `${(i * 7) % 100} %`), 'number'],
    ['stars', times(50, (i) => String(1 + (i % 5))), 'number'],
    ['gaps', times(50, (i) => (i % 2 ? '' : String((i * 31) % 17))), 'number'],
    ['proline', times(50, (i) => String((i * 7919) % 10_007)), 'number'],
    ['when', times(50, (i) => `2024-01-${10 + (i % 20)}`), 'date'],
    ['at', times(50, (i) => `${i % 24}:05`), 'date'],
    ['member', times(50, (i) => (i % 2 ? 'yes' : 'no')), 'category'],
    ['flag', times(50, (i) => (i % 3 ? '' : 'x')), 'category'],
    ['zip', times(50, (i) => `0${1000 + (i % 9)}`), 'category'],
    ['note', times(50, (i) => `the parcel number ${i} never came`), 'text'],
    ['title', times(50, (i) => `Chapter ${i} begins`), 'text'],
    ['customerID', times(50, (i) => `${7000 + i}-VHVEG`), 'ignore'],
    ['id', times(50, (i) => String((i * 7919) % 10_007)), 'ignore'],
    ['row', times(50, (i) => String(i + 1)), 'ignore'],
    ['always', times(50, () => 'Germany'), 'ignore'],
    ['never', times(50, () => ''), 'ignore'],
  ] as const)('%s', (name, cells, type) => {
    expect(inferType(name, cells)).toBe(type);
  });

  it('keeps a thousand repeated categories a category', () => {
    expect(
      inferType(
        'shop',
        times(5_000, (i) => `shop${i % 1_000}`),
      ),
    ).toBe('category');
  });

  it('lists the columns in their order, those that begin later too', () => {
    const rows = [
      { a: '1', b: 'x' },
      { a: '2', b: 'y', c: '2024-01-01' },
      { a: '4', c: '2024-02-01' },
    ];
    expect(inferColumns(rows)).toEqual([
      { name: 'a', type: 'number' },
      { name: 'b', type: 'category' },
      { name: 'c', type: 'date' },
    ]);
  });

  it('reads 2,000 columns at once', () => {
    const row = Object.fromEntries(
      times(2_000, (i) => `c${i}`).map((name, i) => [name, String(i * 0.5)]),
    );
    const rows = [row, { ...row, c0: '9' }, { ...row, c1: 'no number' }];
    expect(inferColumns(rows)).toHaveLength(2_000);
  });
});
