import { describe, expect, it } from 'vitest';
import type { TableContent } from '../../../src/domain/records.ts';
import { tableEncoder } from '../../../src/modalities/table/encode.ts';
import { eachStep, fitRamp, scaled } from '../../../src/modalities/table/ramp.ts';
import { fitState, makeRows } from './make.ts';

const OPTIONS = { seed: 3, onProgress: () => undefined };
const rowsOf = (count: number, cells: (i: number) => Record<string, string>): TableContent[] =>
  Array.from({ length: count }, (_, i) => ({ kind: 'table', cells: cells(i) }));

describe('steps of a number', () => {
  const ramp = fitRamp(
    Float64Array.from({ length: 101 }, (_, i) => i),
    8,
  );

  it('are none at the median and grow away from it, one sign on either side', () => {
    const stepsAt = (value: number): readonly number[] => {
      const found: number[] = [];
      eachStep(ramp, value, (_, sign) => void found.push(sign));
      return found;
    };
    expect(stepsAt(ramp.centre)).toEqual([]);
    for (let value = 51; value <= 100; value++) {
      expect(stepsAt(value).every((sign) => sign === 1)).toBe(true);
      expect(stepsAt(value).length).toBeGreaterThanOrEqual(stepsAt(value - 1).length);
    }
    expect(stepsAt(0).every((sign) => sign === -1)).toBe(true);
    expect(stepsAt(0).length + stepsAt(100).length).toBe(ramp.edges.length);
  });

  it('lie between values, and scaling does not blow up far out or where all are alike', () => {
    expect(ramp.edges.every((edge) => !Number.isInteger(edge))).toBe(true);
    expect(scaled(ramp, 1e12)).toBeLessThan(40);
    const flat = fitRamp(new Float64Array(9).fill(4), 8);
    expect([flat.edges.length, scaled(flat, 4)]).toEqual([0, 0]);
  });
});

describe('tables that are not as they should be', () => {
  const encodes = async (contents: readonly TableContent[]): Promise<void> => {
    const state = await tableEncoder.fit(contents, OPTIONS);
    const { dense, sparse } = await tableEncoder.encode(state, contents);
    expect(dense.every(Number.isFinite) && sparse.values.every(Number.isFinite)).toBe(true);
  };

  it('one value, or none at all, in every column', async () => {
    await encodes(rowsOf(30, () => ({ a: '5', b: '', c: 'x' })));
    await encodes(rowsOf(30, () => ({})));
  });

  it('columns set to types that their cells do not have', async () => {
    const contents = rowsOf(30, (i) => ({ a: 'word', b: i % 2 ? '' : 'x', c: '' }));
    const state = await fitState(contents, [
      { name: 'a', type: 'number' },
      { name: 'b', type: 'date' },
      { name: 'c', type: 'text' },
      { name: 'gone', type: 'category' },
    ]);
    const { sparse } = await tableEncoder.encode(state, contents);
    expect(sparse.values.every(Number.isFinite)).toBe(true);
  });

  it('a thousand categories are pooled, an unknown one is another', async () => {
    const contents = rowsOf(5_000, (i) => ({ shop: `s${(i * 7919) % 1_000}`, n: String(i % 13) }));
    const state = await tableEncoder.fit(contents, OPTIONS);
    expect(state.names.length).toBeLessThan(130);
    const [column] = state.columns;
    expect(column?.kind === 'category' && column.pooled.levels).toBe(900);
    const strange = rowsOf(1, () => ({ shop: 'never seen', n: '1' }));
    const { sparse } = await tableEncoder.encode(state, strange);
    expect(sparse.indices).toContain(state.names.indexOf('shop = (other)'));
  });

  it('2,000 columns are read', async () => {
    const wide = rowsOf(40, (i) =>
      Object.fromEntries(Array.from({ length: 2_000 }, (_, k) => [`c${k}`, String((i * k) % 17)])),
    );
    await encodes(wide);
  });
});

it('keeps what is missing apart from every value', async () => {
  const state = await fitState(makeRows(200).map(({ content }) => content));
  const [first] = makeRows(1).map(({ content }) => content);
  const encode = async (age: string) =>
    tableEncoder.encode(state, [{ kind: 'table', cells: { ...first?.cells, age } }]);
  const column = state.names.indexOf('age = (missing)');
  expect((await encode('')).sparse.indices).toContain(column);
  expect((await encode('35')).sparse.indices).not.toContain(column);
});

it('gives the same numbers with the product of an engine as without', async () => {
  const contents = makeRows(60).map(({ content }) => content);
  const state = await fitState(contents);
  const tools = {
    multiply: async (
      a: Float32Array,
      b: Float32Array,
      { rows, inner, columns }: { rows: number; inner: number; columns: number },
    ) => {
      const result = new Float32Array(rows * columns);
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++) {
          let sum = 0;
          for (let k = 0; k < inner; k++)
            sum = Math.fround(sum + (a[r * inner + k] ?? 0) * (b[k * columns + c] ?? 0));
          result[r * columns + c] = sum;
        }
      return result;
    },
  };
  const [plain, quick] = [
    await tableEncoder.encode(state, contents),
    await tableEncoder.encode(state, contents, tools),
  ];
  plain.dense.forEach((value, i) => {
    expect(Math.abs(value - (quick.dense[i] ?? 9))).toBeLessThan(1e-4);
  });
});
