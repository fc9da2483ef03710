import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BenchRow } from '../../bench/data.ts';
import { scaleRows } from '../../bench/scale-rows.ts';

const textRow = (text: string, id: number): BenchRow => ({
  ...{ id, text, cells: null, edited: null },
  label: id % 2 === 0 ? 'even' : 'odd',
});

const tableRow = (cells: Readonly<Record<string, string>>, id: number): BenchRow => ({
  ...{ id, text: '', cells, edited: null },
  label: id % 3 === 0 ? 'yes' : 'no',
});

const table = Array.from({ length: 60 }, (_, id) =>
  tableRow(
    {
      age: String(20 + id),
      price: (id * 1.25).toFixed(2),
      tiny: `${id + 1}e-3`,
      flag: String(id % 2),
      plan: id % 2 === 0 ? 'Month-to-month' : 'Two year',
      gap: id % 4 === 0 ? '' : String(id * 10),
    },
    id,
  ),
);

describe('rows replicated with variation', () => {
  it('keeps the rows given first, and labels and numbers of rows apart', () => {
    const rows = ['a fine day out', 'a dull day in', 'no day at all'].map(textRow);
    const scaled = scaleRows(rows, 100, 0);
    expect(scaled.slice(0, 3)).toEqual(rows);
    expect(scaled).toHaveLength(100);
    expect(new Set(scaled.map(({ id }) => id)).size).toBe(100);
    scaled.forEach(({ label }, i) => void expect(label).toBe(rows[i % 3]?.label));
  });

  it('is the same for the same seed and another for another', () => {
    const rows = [textRow('one two three four five', 0), textRow('six seven eight', 1)];
    expect(scaleRows(rows, 50, 4)).toEqual(scaleRows(rows, 50, 4));
    expect(scaleRows(rows, 50, 4)).not.toEqual(scaleRows(rows, 50, 5));
  });

  it('gives no two texts alike, however short they are', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (texts, seed) => {
          const scaled = scaleRows(texts.map(textRow), 60, seed);
          expect(new Set(scaled.map(({ text }) => text)).size).toBe(60);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('makes texts of the words of the texts, of about their length', () => {
    const rows = [textRow('alpha beta gamma delta epsilon zeta eta theta', 0)];
    const words = new Set(rows[0]?.text.split(' '));
    for (const { text } of scaleRows(rows, 40, 1)) {
      const own = text.split(' ');
      expect(own.every((word) => words.has(word))).toBe(true);
      expect(own.length).toBeGreaterThanOrEqual(4);
    }
  });

  it('moves numbers within the range of the column, with its decimals', () => {
    const copies = scaleRows(table, 240, 2).slice(60);
    for (const { cells } of copies) {
      expect(cells?.age).toMatch(/^\d+$/);
      expect(Number(cells?.age)).toBeGreaterThanOrEqual(20);
      expect(Number(cells?.age)).toBeLessThanOrEqual(79);
      expect(cells?.price).toMatch(/^\d+\.\d\d$/);
      expect(Number(cells?.price)).toBeLessThanOrEqual(73.75);
      expect(Number(cells?.tiny)).toBeGreaterThan(0);
    }
    expect(copies.some(({ cells }, i) => cells?.age !== table[i % 60]?.cells?.age)).toBe(true);
    expect(copies.some(({ cells }, i) => Number(cells?.tiny) !== (i % 60) / 1000 + 0.001)).toBe(
      true,
    );
  });

  it('leaves categories, codes and blanks as they are', () => {
    scaleRows(table, 240, 2).forEach(({ cells }, i) => {
      const original = table[i % 60]?.cells;
      expect(cells?.plan).toBe(original?.plan);
      expect(cells?.flag).toBe(original?.flag);
      expect(cells?.gap === '').toBe(original?.gap === '');
    });
  });

  it('returns no rows for none, and all of them when no more are asked for', () => {
    expect(scaleRows([], 5, 0)).toEqual([]);
    expect(scaleRows(table, 10, 0)).toEqual(table);
  });
});
