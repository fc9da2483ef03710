import { describe, expect, it } from 'vitest';
import type { CategoryOverview, NumberOverview } from '../../../src/modalities/table/overview.ts';
import { changedCells } from '../../../src/modalities/table/view/changed-cells.ts';
import { placeOfCell, positionOf, rankOf } from '../../../src/modalities/table/view/place.ts';
import { decimalsOf, writeNumber } from '../../../src/modalities/table/view/slider.ts';

const amount: NumberOverview = {
  kind: 'number',
  name: 'amount',
  missing: 0.1,
  examples: ['1,5', '20', '300,25'],
  mark: ',',
  quantiles: [0, 10, 20, 40, 80, 200, 1000],
};
const city: CategoryOverview = {
  kind: 'category',
  name: 'city',
  missing: 0,
  examples: ['Ulm'],
  levels: [
    { level: 'Ulm', share: 0.99 },
    { level: 'Jena', share: 0.01 },
  ],
};

describe('where a cell lies in its column', () => {
  it('is its rank, and what lies in the outer twentieths is unusual', () => {
    expect(placeOfCell('40', amount)).toEqual({ kind: 'rank', rank: 0.5, unusual: null });
    expect(placeOfCell('30', amount)).toEqual({ kind: 'rank', rank: 0.375, unusual: null });
    expect(placeOfCell('900,5', amount)).toMatchObject({ unusual: 'high' });
    expect(placeOfCell('2', amount)).toMatchObject({ unusual: 'low' });
    expect(placeOfCell('', amount)).toEqual({ kind: 'missing' });
    expect(placeOfCell('many', amount)).toEqual({ kind: 'none' });
  });

  it('is a share for categories, rare below one in fifty, unseen at none', () => {
    expect(placeOfCell('Ulm', city)).toEqual({ kind: 'share', share: 0.99, unusual: null });
    expect(placeOfCell('Jena', city)).toMatchObject({ unusual: 'rare' });
    expect(placeOfCell('Bonn', city)).toMatchObject({ share: 0, unusual: 'unseen' });
  });

  it('stays in bounds, rises with the value, and puts a column of one value in its middle', () => {
    const values = [-5, 0, 5, 10, 19, 20, 60, 150, 200, 999, 1000, 2000];
    const ranks = values.map((value) => rankOf(value, amount.quantiles));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect([ranks[0], ranks.at(-1)]).toEqual([0, 1]);
    const places = values.map((value) => positionOf(value, amount.quantiles));
    expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(rankOf(3, [3, 3, 3, 3, 3, 3, 3])).toBe(0.5);
    expect(rankOf(0, [0, 0, 0, 0, 0, 5, 9])).toBeCloseTo(0.375);
  });
});

describe('editing cells', () => {
  it('writes numbers as the column does', () => {
    expect(decimalsOf(amount.examples, ',')).toBe(2);
    expect(decimalsOf(['12', '7'], '.')).toBe(0);
    expect(decimalsOf(['€1.5', '2.125 kg'], '.')).toBe(3);
    expect(writeNumber(12.3456, 2, ',')).toBe('12,35');
  });

  it('finds what differs, in the order of the row', () => {
    const before = { a: '1', b: '2', c: '' };
    expect(changedCells(before, { c: '3', b: '2', a: '0' })).toEqual([
      { kind: 'cell', column: 'a', removed: '1', put: '0' },
      { kind: 'cell', column: 'c', removed: '', put: '3' },
    ]);
    expect(changedCells(before, { ...before })).toEqual([]);
  });
});
