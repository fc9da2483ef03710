import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import { vectorsOf } from '../../../workers/learn/vectors.ts';

const ROWS = 60;
const DIMS = 50;

/** Two groups, each along its own direction, with a little noise. */
function twoGroups(): Features {
  const rng = createRng(4);
  const dense = Float32Array.from({ length: ROWS * DIMS }, (_, at) => {
    const row = Math.floor(at / DIMS);
    return (at % DIMS === row % 2 ? 1 : 0) + 0.01 * rng.normal();
  });
  const indptr = new Uint32Array(ROWS + 1);
  const none = { indices: new Uint32Array(0), values: new Float32Array(0) };
  return {
    rows: ROWS,
    denseDims: DIMS,
    dense,
    sparse: { rows: ROWS, columns: 0, indptr, ...none },
  };
}

const timesOf =
  ({ rows, dense, denseDims }: Features) =>
  async (right: Float32Array, width: number) => {
    const result = new Float32Array(rows * width);
    for (let r = 0; r < rows; r++)
      for (let k = 0; k < denseDims; k++)
        for (let j = 0; j < width; j++)
          result[r * width + j] =
            (result[r * width + j] as number) +
            (dense[r * denseDims + k] as number) * (right[k * width + j] as number);
    return result;
  };

describe('vectors of the pool', () => {
  it('puts items of a group together and groups apart, in unit rows', async () => {
    const features = twoGroups();
    const { dims, values } = await vectorsOf(features, 1, timesOf(features));
    const row = (r: number): Float32Array => values.subarray(r * dims, (r + 1) * dims);
    const dot = (a: number, b: number): number =>
      row(a).reduce((sum, value, k) => sum + value * (row(b)[k] as number), 0);
    expect(dims).toBe(32);
    expect(dot(0, 0)).toBeCloseTo(1, 4);
    expect(dot(0, 2)).toBeGreaterThan(0.9);
    expect(Math.abs(dot(0, 1))).toBeLessThan(0.1);
  });

  it('is the same twice, and nothing where there are no dense features', async () => {
    const features = twoGroups();
    const once = await vectorsOf(features, 1, timesOf(features));
    expect(await vectorsOf(features, 1, timesOf(features))).toEqual(once);
    const flat = { ...features, denseDims: 0, dense: new Float32Array(0) };
    expect(await vectorsOf(flat, 1, timesOf(flat))).toEqual({
      dims: 0,
      values: new Float32Array(0),
    });
  });
});
