/** The scan: its likelihood ratio, what it finds, and that it is wrong as seldom as it says. */
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import { columnSets } from '../../../src/domain/oversight/column-sets.ts';
import { levelsOf } from '../../../src/domain/oversight/levels.ts';
import { likelihoodRatio, scanTest } from '../../../src/domain/oversight/scan.ts';
import { sayCell } from '../../../src/rooms/oversight/say.ts';

describe('sets of columns', () => {
  it('are all choices of up to so many, fewer where there are many columns', () => {
    const columns = (count: number) => Array.from({ length: count }, () => [0, 1]);
    expect(columnSets(columns(4), 2).map((set) => set.columns.join(''))).toEqual(
      '0 1 2 3 01 02 03 12 13 23'.split(' '),
    );
    expect(columnSets(columns(9), 3)).toHaveLength(9 + 36 + 84);
    expect(columnSets(columns(12), 3)).toHaveLength(12 + 66);
    expect(columnSets(columns(30), 3)).toHaveLength(30);
  });

  it('count the items of each cell', () => {
    const [, , both] = columnSets(
      [
        [0, 0, 1, 1],
        [0, 0, 0, 1],
      ],
      2,
    );
    expect(both).toMatchObject({ columns: [0, 1] });
    expect([...(both?.codes ?? [])]).toEqual([0, 0, 1, 2]);
    expect([...(both?.totals ?? [])]).toEqual([2, 1, 1]);
  });
});

it('numbers become levels of about equal size, and what is missing one of its own', () => {
  const reference = [1, 2, 3, 4, 5, 6, 7, 8, Number.NaN];
  const { codes, edges } = levelsOf({ kind: 'number', reference, current: [] }, 4);
  expect(edges).toEqual([3, 5, 7]);
  expect([...codes]).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4]);
});

describe('the scan', () => {
  it('has the ratio of Kulldorff: 4 of 5 new where 1 in 10 is', () => {
    expect(likelihoodRatio(4, 5, 0.1)).toBeCloseTo(4 * Math.log(8) + Math.log(0.2 / 0.9), 12);
    expect(likelihoodRatio(1, 10, 0.1)).toBe(0);
    expect(likelihoodRatio(3, 3, 0.5)).toBeCloseTo(3 * Math.log(2), 12);
  });

  /** 400 old and 60 new items in four columns; the first `crowd` new ones agree in two of them. */
  function make(seed: number, crowd: number) {
    const rng = createRng(seed);
    const columns = Array.from({ length: 4 }, () =>
      Int32Array.from({ length: 460 }, () => rng.integer(16)),
    );
    for (let i = 0; i < crowd; i++) for (const c of [1, 3]) (columns[c] as Int32Array)[400 + i] = 5;
    return { columns, reference: 400, order: 2, rng };
  }

  it('finds a crowd that no single column shows, and says where', () => {
    const { p, cells } = scanTest(make(1, 9));
    expect(p).toBeLessThan(0.005);
    expect(cells[0]?.columns).toEqual([1, 3]);
    expect(cells[0]?.counts[1]).toBeGreaterThanOrEqual(9);
  });

  it('is exact where nothing changed: 1 in 10 looks has p of at most 0.1', () => {
    let low = 0;
    for (let seed = 10; seed < 110; seed++) if (scanTest(make(seed, 0)).p <= 0.1) low++;
    // Binomial(100, 0.1): 3 to 19 in all but one of a thousand.
    expect(low).toBeGreaterThanOrEqual(3);
    expect(low).toBeLessThanOrEqual(19);
  });

  it('says nothing where there is nothing to compare', () => {
    const rng = createRng(1);
    expect(scanTest({ columns: [], reference: 0, order: 2, rng })).toMatchObject({ p: 1 });
    expect(scanTest({ columns: [[0, 0, 0]], reference: 2, order: 2, rng })).toMatchObject({ p: 1 });
  });
});

it('a crowd is told in words', () => {
  const where = [
    { column: 'merchant', kind: 'value', value: 'gift cards' },
    { column: 'amount', kind: 'range', from: 181.2, below: null },
    { column: 'distance', kind: 'missing' },
  ] as const;
  expect(sayCell({ where, counts: [1, 4] }, [63, 9])).toBe(
    'merchant is gift cards and amount is 181.2 or more and distance is empty: 4 of 9 new, 1 of 63 before',
  );
});
