import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import type { TableContent } from '../../../src/domain/records.ts';
import { shareUnit } from '../../../src/modalities/table/common-unit.ts';
import { inputsOf, tableEncoder } from '../../../src/modalities/table/encode.ts';
import { fitCategory, fitNumber } from '../../../src/modalities/table/fit-columns.ts';
import { frequenciesFor } from '../../../src/modalities/table/fourier.ts';
import type { UnplacedColumn } from '../../../src/modalities/table/place-columns.ts';

/** Column k of marks from 0 to 16, both of which occur; the further on, the rarer it leaves zero. */
function marks(k: number, most = 16): readonly string[] {
  const rng = createRng(100 + k);
  return Array.from({ length: 200 }, (_, r) => {
    if (r < 2) return String(r * most);
    return String(rng.next() < 1 - k / 40 ? rng.integer(most + 1) : 0);
  });
}

function numbers(count: number, cellsAt = (k: number) => marks(k)): readonly UnplacedColumn[] {
  return Array.from({ length: count }, (_, k) => {
    const column = fitNumber(`n${k}`, cellsAt(k), 7);
    if (!column) throw new Error('no numbers');
    return column;
  });
}

const spreadsOf = (columns: readonly UnplacedColumn[]): readonly number[] =>
  columns.flatMap((column) => (column.kind === 'number' ? [column.ramp.spread] : []));

describe('columns of one unit', () => {
  it('have one spread together, and all else as it was', () => {
    const before = [...numbers(20), fitCategory('shop', ['a', 'b', 'a', 'b'])].flatMap(
      (column) => column ?? [],
    );
    const own = spreadsOf(before);
    expect(new Set(own).size).toBeGreaterThan(1);
    const after = shareUnit(before);
    const mean = Math.sqrt(own.reduce((sum, spread) => sum + spread ** 2, 0) / own.length);
    expect(spreadsOf(after)).toEqual(own.map(() => mean));
    const without = (columns: readonly UnplacedColumn[]) =>
      columns.map((column) =>
        column.kind === 'number' ? { ...column, ramp: { ...column.ramp, spread: 0 } } : column,
      );
    expect(without(after)).toEqual(without(before));
  });

  it('may hold columns that never vary, or stay within the bounds', () => {
    const mixed = numbers(30, (k) => (k > 24 ? marks(k, k > 27 ? 0 : 9) : marks(k)));
    expect(new Set(spreadsOf(shareUnit(mixed))).size).toBe(1);
  });

  it.each([
    ['few columns', numbers(15)],
    ['one column outside the bounds', numbers(20, (k) => marks(k, k === 3 ? 900 : 16))],
    ['bounds of their own', numbers(20, (k) => marks(k, 16 + k))],
    ['answers of yes and no', numbers(20, (k) => marks(k, 1))],
  ])('are not seen in %s', (_, columns) => {
    expect(shareUnit(columns)).toBe(columns);
  });
});

describe('a table of many numbers in one unit', () => {
  const columns = Array.from({ length: 40 }, (_, k) => marks(k));
  const contents = Array.from(
    { length: 200 },
    (_, r): TableContent => ({
      kind: 'table',
      cells: Object.fromEntries(columns.map((cells, k) => [`n${k}`, cells[r] ?? ''])),
    }),
  );

  it('is read so that a difference of one counts alike in every column', async () => {
    const state = await tableEncoder.fit(contents, { seed: 3, onProgress: () => undefined });
    const { inputs, count } = state.fourier;
    expect(count).toBe(256);
    const zeros = Object.fromEntries(columns.map((_, k) => [`n${k}`, '0']));
    const [nothing, ...ones] = [zeros, ...columns.map((_, k) => ({ ...zeros, [`n${k}`]: '1' }))];
    const rows = inputsOf({ columns: state.columns, inputs }, [nothing, ...ones]);
    const turns = state.columns.map(
      ({ input }, k) => (rows[(k + 1) * inputs + input] ?? 0) - (rows[input] ?? 0),
    );
    expect(turns).toHaveLength(40);
    for (const turn of turns) expect(turn).toBeCloseTo(turns[0] ?? 0, 5);
  });
});

it('takes more frequencies for many numbers in few rows only', () => {
  expect(frequenciesFor(33, 5_000)).toBe(256);
  expect(frequenciesFor(32, 100)).toBe(128);
  expect(frequenciesFor(64, 5_001)).toBe(128);
  // Twice the numbers of a quarter of the rows: never more than the largest table holds anyway.
  expect(5_000 * frequenciesFor(64, 5_000)).toBeLessThan(20_000 * frequenciesFor(64, 20_000));
});
