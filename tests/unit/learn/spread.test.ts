import { describe, expect, it } from 'vitest';
import type { Features } from '../../../src/modalities/contract.ts';
import { spreadOrder } from '../../../workers/learn/spread.ts';
import { makePool, truthOf, upTo } from './make.ts';

describe('spreadOrder', () => {
  it('gives distinct rows, as many as asked for or there are', () => {
    const pool = makePool(50, 3);
    expect(new Set(spreadOrder(pool, 1, 20)).size).toBe(20);
    expect([...spreadOrder(pool, 1, 500)].sort((a, b) => a - b)).toEqual(upTo(50));
    expect(spreadOrder(makePool(0, 3), 1, 5)).toEqual([]);
  });

  it('has the same prefix whatever the count, and is the same every time', () => {
    const pool = makePool(200, 4);
    const long = spreadOrder(pool, 9, 60);
    expect(spreadOrder(pool, 9, 15)).toEqual(long.slice(0, 15));
    expect(spreadOrder(pool, 9, 60)).toEqual(long);
  });

  it('meets every cloud early', () => {
    const first = spreadOrder(makePool(400, 4), 2, 8).map((row) => truthOf(row, 4));
    expect(new Set(first).size).toBe(4);
  });

  it('asks about duplicates only when nothing else is left, and bears empty items', () => {
    const pool = makePool(40, 4);
    const dense = pool.dense.slice();
    for (let row = 10; row < 30; row++) dense.copyWithin(row * pool.denseDims, 0, pool.denseDims);
    const first = spreadOrder({ ...pool, dense }, 3, 20);
    expect(first.filter((row) => row === 0 || (row >= 10 && row < 30)).length).toBe(1);
    const blank = { ...pool, dense: new Float32Array(pool.dense.length) };
    expect(new Set(spreadOrder(blank, 3, 40)).size).toBe(40);
  });

  it('takes the item of greatest gain each time', () => {
    const pool = makePool(60, 3, 5);
    const covered = new Map(upTo(60).map((row) => [row, 0]));
    for (const row of spreadOrder(pool, 4, 25)) {
      const gains = upTo(60).map((one) => gainOf(pool, covered, one));
      // Two items that cover only each other gain the same: rounding decides between them.
      expect(gains[row]).toBeGreaterThan(Math.max(...gains) - 1e-4);
      for (const u of upTo(60)) covered.set(u, Math.max(covered.get(u) ?? 0, alike(pool, row, u)));
    }
  });
});

/** As the definition reads. */
function gainOf(pool: Features, covered: ReadonlyMap<number, number>, row: number): number {
  return [...covered].reduce((sum, [u, c]) => sum + Math.max(0, alike(pool, row, u) - c), 0);
}

function alike({ dense, denseDims: d }: Features, a: number, b: number): number {
  const [x, y] = [dense.slice(a * d, (a + 1) * d), dense.slice(b * d, (b + 1) * d)];
  const dot = x.reduce((sum, value, k) => sum + value * (y[k] as number), 0);
  return Math.exp(4 * (dot / (Math.hypot(...x) * Math.hypot(...y)) - 1));
}
