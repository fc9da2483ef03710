import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orthonormalise } from '../../../src/domain/math/orthonormalise.ts';
import { createRng } from '../../../src/domain/math/rng.ts';
import { leadingSubspace } from '../../../src/domain/math/subspace.ts';
import type { Csr } from '../../../src/modalities/contract.ts';
import { firstColumns, multiplySparse, transpose } from '../../../src/modalities/text/csr.ts';
import { sparseMap } from '../../../src/modalities/text/sparse-map.ts';

function toCsr(rows: readonly (readonly number[])[], columns: number): Csr {
  const [indptr, indices, values] = [[0], [] as number[], [] as number[]];
  for (const row of rows) {
    row.forEach((value, c) => {
      if (value === 0) return;
      indices.push(c);
      values.push(value);
    });
    indptr.push(indices.length);
  }
  return {
    rows: rows.length,
    columns,
    indptr: Uint32Array.from(indptr),
    indices: Uint32Array.from(indices),
    values: Float32Array.from(values),
  };
}

const matrixArbitrary = fc
  .record({ rows: fc.integer({ min: 1, max: 14 }), columns: fc.integer({ min: 1, max: 14 }) })
  .chain(({ rows, columns }) => {
    const row = fc.array(fc.integer({ min: -3, max: 3 }), {
      minLength: columns,
      maxLength: columns,
    });
    return fc.array(row, { minLength: rows, maxLength: rows });
  });
const widthOf = (rows: readonly (readonly number[])[]) => rows[0]?.length ?? 0;

describe('sparse products', () => {
  it('agree with the schoolbook product, for every length of row', () => {
    fc.assert(
      fc.property(matrixArbitrary, (rows) => {
        const right = Float32Array.from({ length: widthOf(rows) * 3 }, (_, i) => (i % 7) - 3);
        const product = multiplySparse(toCsr(rows, widthOf(rows)), right, 3);
        const expected = rows.flatMap((row) =>
          [0, 1, 2].map((k) => row.reduce((sum, v, c) => sum + v * (right[c * 3 + k] ?? 0), 0)),
        );
        expect([...product].map((v) => v + 0)).toEqual(expected.map((v) => v + 0));
      }),
    );
  });

  it('transpose turns rows into columns and, twice, changes nothing', () => {
    fc.assert(
      fc.property(matrixArbitrary, (rows) => {
        const matrix = toCsr(rows, widthOf(rows));
        const turned = Array.from({ length: widthOf(rows) }, (_, c) => rows.map((r) => r[c] ?? 0));
        expect(transpose(matrix)).toEqual(toCsr(turned, rows.length));
        expect(transpose(transpose(matrix))).toEqual(matrix);
      }),
    );
  });

  it('firstColumns keeps the left part', () => {
    const rows = [
      [1, 0, 2],
      [0, 3, 4],
    ];
    const left = rows.map((row) => row.slice(0, 2));
    expect(firstColumns(toCsr(rows, 3), 2)).toEqual(toCsr(left, 2));
  });
});

const gramOf = (matrix: Float32Array, width: number, i: number, j: number): number => {
  let sum = 0;
  for (let r = 0; r < matrix.length; r += width)
    sum += (matrix[r + i] as number) * (matrix[r + j] as number);
  return sum;
};

describe('orthonormalise', () => {
  it.each([5, 6, 7, 8, 41])('makes the columns of %i rows orthonormal', (rows) => {
    const rng = createRng(rows);
    const matrix = Float32Array.from({ length: rows * 4 }, () => rng.normal());
    orthonormalise(matrix, 4);
    for (let i = 0; i < 4; i++)
      for (let j = 0; j < 4; j++) expect(gramOf(matrix, 4, i, j)).toBeCloseTo(i === j ? 1 : 0, 4);
  });

  it('makes dependent columns zero and leaves the others orthonormal', () => {
    const rng = createRng(2);
    const matrix = new Float32Array(20 * 3);
    for (let r = 0; r < 20; r++) {
      const value = rng.normal();
      matrix.set([value, 2 * value, rng.normal()], r * 3);
    }
    orthonormalise(matrix, 3);
    expect(gramOf(matrix, 3, 1, 1)).toBe(0);
    expect(gramOf(matrix, 3, 0, 2)).toBeCloseTo(0, 4);
    expect(gramOf(matrix, 3, 2, 2)).toBeCloseTo(1, 4);
  });
});

describe('leadingSubspace', () => {
  it('holds all of a matrix whose rank is below the width', async () => {
    const rng = createRng(5);
    const factor = Array.from({ length: 3 }, () => Array.from({ length: 12 }, () => rng.normal()));
    const rows = Array.from({ length: 30 }, () => {
      const mix = factor.map(() => rng.normal());
      return Array.from({ length: 12 }, (_, c) =>
        mix.reduce((sum, m, k) => sum + m * (factor[k]?.[c] ?? 0), 0),
      );
    });
    const matrix = toCsr(rows, 12);
    const options = { width: 5, seed: 1, between: async () => undefined };
    const basis = await leadingSubspace(sparseMap(matrix), options);
    const latent = multiplySparse(matrix, basis, basis.length / 12);
    const energy = (of: Float32Array) => of.reduce((sum, v) => sum + v * v, 0);
    expect(energy(latent) / energy(matrix.values)).toBeCloseTo(1, 4);
  });
});
