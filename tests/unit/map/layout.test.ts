import { describe, expect, it } from 'vitest';
import { principalCoordinates } from '../../../src/domain/math/principal-axes.ts';
import { createRng } from '../../../src/domain/math/rng.ts';
import { createCellIndex } from '../../../workers/map/cell-index.ts';
import { framed, MOST_FITTED, pcaLayout, umapLayout } from '../../../workers/map/layout.ts';

const DIMS = 8;

/** Three groups on the unit sphere, row by row in turn. */
function groups(rows: number): Float32Array {
  const rng = createRng(5);
  const values = new Float32Array(rows * DIMS);
  for (let row = 0; row < rows; row++) {
    const own = Array.from(
      { length: DIMS },
      (_, k) => (k === row % 3 ? 3 : 0) + 0.3 * rng.normal(),
    );
    const length = Math.hypot(...own);
    own.forEach((value, k) => {
      values[row * DIMS + k] = value / length;
    });
  }
  return values;
}

const vectors = (rows: number) => ({
  dims: DIMS,
  rows,
  values: groups(rows),
  fingerprint: 'test',
});

/** Share of the rows whose nearest other row on the map is of the same group. */
function purity(positions: Float32Array, rows: number): number {
  let same = 0;
  for (let a = 0; a < rows; a++) {
    let [best, least] = [-1, Infinity];
    for (let b = 0; b < rows; b++) {
      const dx = (positions[2 * a] ?? 0) - (positions[2 * b] ?? 0);
      const dy = (positions[2 * a + 1] ?? 0) - (positions[2 * b + 1] ?? 0);
      if (a !== b && dx * dx + dy * dy < least) [best, least] = [b, dx * dx + dy * dy];
    }
    if (best % 3 === a % 3) same += 1;
  }
  return same / rows;
}

describe('principal axes', () => {
  it('are those of the example of Lindsay Smith (2002), section 3.1', () => {
    const data = [
      [2.5, 2.4],
      [0.5, 0.7],
      [2.2, 2.9],
      [1.9, 2.2],
      [3.1, 3.0],
      [2.3, 2.7],
      [2, 1.6],
      [1, 1.1],
      [1.5, 1.6],
      [1.1, 0.9],
    ];
    const found = principalCoordinates(Float32Array.from(data.flat()), 2);
    // Signs of axes are free: the first item lies at (-0.828, -0.175) there.
    expect(Math.abs(found[0] ?? 0)).toBeCloseTo(0.82797, 4);
    expect(Math.abs(found[1] ?? 0)).toBeCloseTo(0.175115, 4);
  });

  it('are zero where nothing varies', () => {
    expect([...principalCoordinates(Float32Array.of(1, 2, 1, 2), 2)]).toEqual([0, 0, 0, 0]);
    expect(principalCoordinates(new Float32Array(0), 0)).toHaveLength(0);
  });
});

describe('neighbours by cells', () => {
  it('are exact when every cell is looked through', () => {
    const base = groups(120);
    const query = base.slice(7 * DIMS, 8 * DIMS);
    const rng = createRng(1);
    const index = createCellIndex({ base, dims: DIMS, count: 5, probes: 1_000, rng });
    const exact = Array.from({ length: 120 }, (_, row) => ({
      row,
      d: Math.hypot(...Array.from(query, (value, k) => value - (base[row * DIMS + k] as number))),
    })).sort((a, b) => a.d - b.d);
    expect([...index.nearest(query).rows]).toEqual(exact.slice(0, 5).map(({ row }) => row));
    expect(index.nearest(query).distances[0]).toBe(0);
  });

  it('are mostly found when a few cells are', () => {
    const base = groups(600);
    const make = (probes: number) =>
      createCellIndex({ base, dims: DIMS, count: 10, probes, rng: createRng(1) });
    const [few, all] = [make(5), make(1_000)];
    let shared = 0;
    for (let row = 0; row < 100; row++) {
      const query = base.subarray(row * DIMS, (row + 1) * DIMS);
      const truth = new Set(all.nearest(query).rows);
      shared += [...few.nearest(query).rows].filter((own) => truth.has(own)).length;
    }
    expect(shared / 1_000).toBeGreaterThan(0.8);
  });
});

describe('layouts', () => {
  it('fill the frame', () => {
    expect([...framed(Float32Array.of(0, 0, 4, 2))]).toEqual([-1, -0.5, 1, 0.5]);
    expect([...framed(Float32Array.of(3, 3))]).toEqual([0, 0]);
    const { positions, kind } = pcaLayout(vectors(300));
    expect(Math.max(...positions)).toBeCloseTo(1, 6);
    expect(kind).toBe('pca');
  });

  it('by neighbours keep groups together, the same for the same seed, and say how far they are', async () => {
    const shares: number[] = [];
    const first = await umapLayout(vectors(240), 7, (share) => void shares.push(share));
    const second = await umapLayout(vectors(240), 7, () => undefined);
    expect(first).toMatchObject({ kind: 'umap', rows: 240, fittedOn: 240 });
    expect(first.positions).toEqual(second.positions);
    expect(purity(first.positions, 240)).toBeGreaterThan(0.95);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it('of very few items, or of items without directions, are the plain ones', async () => {
    expect((await umapLayout(vectors(5), 7, () => undefined)).kind).toBe('pca');
    const none = { dims: 0, rows: 3, values: new Float32Array(0), fingerprint: '' };
    expect((await umapLayout(none, 7, () => undefined)).positions).toHaveLength(6);
  });

  it('bound what is learned from', () => {
    expect(MOST_FITTED).toBeLessThanOrEqual(10_000);
  });
});
