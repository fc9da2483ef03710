/** What every encoder must keep, whatever it encodes. A new modality adds its inputs here. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Encoder, Features } from '../../src/modalities/contract.ts';
import { encoderOf, encoders } from '../../src/modalities/encoders.ts';
import { trainables } from '../../src/modalities/trained/index.ts';
import { makeRaster } from '../unit/image/make.ts';
import { drawTrained } from '../unit/network/make.ts';
import { makeSounds } from '../unit/sound/make.ts';

const words = ['oak', 'birch', 'river', 'stone', 'cloud', 'harbour', 'lamp', 'winter', 'bread'];
/** Rows with numbers, a category, a date, gaps and a text. */
const tableRow = (i: number) => ({
  kind: 'table' as const,
  cells: {
    age: i % 11 === 3 ? '' : String(20 + ((i * 7) % 45)),
    colour: ['red', 'green', 'blue', 'green'][(i * 3) % 4] ?? '',
    'joined on': `2024-${String((i % 12) + 1).padStart(2, '0')}-1${i % 9}`,
    income: `${((i * 37) % 50) + 1},${String(((i * 97) % 900) + 100)}.50`,
    remark: [1, 4, 7, 11, 13].map((k) => words[(i * k + k) % 9]).join(' '),
  },
});
/** What each encoder is given: inputs with their files read. */
const INPUTS: Readonly<Record<keyof typeof encoders, readonly unknown[]>> = {
  text: Array.from({ length: 40 }, (_, i) => ({
    kind: 'text',
    text: `${words[i % 9]} ${words[(i * 4 + 1) % 9]} ${words[(i * i) % 9]}`,
  })),
  image: Array.from({ length: 40 }, (_, i) => makeRaster(i)),
  sound: makeSounds(40),
  table: Array.from({ length: 40 }, (_, i) => tableRow(i)),
};
const OPTIONS = { seed: 7, onProgress: () => undefined };

function expectSound({ rows, denseDims, dense, sparse }: Features, count: number): void {
  expect([rows, sparse.rows, sparse.indptr.length]).toEqual([count, count, count + 1]);
  expect(dense.length).toBe(rows * denseDims);
  expect(sparse.indptr[0]).toBe(0);
  expect(sparse.indptr.at(-1)).toBe(sparse.indices.length);
  expect(sparse.values.length).toBe(sparse.indices.length);
  expect(dense.every(Number.isFinite) && sparse.values.every(Number.isFinite)).toBe(true);
  for (let r = 0; r < rows; r++) {
    const own = [...sparse.indices.subarray(sparse.indptr[r], sparse.indptr[r + 1])];
    expect(own).toEqual([...new Set(own)].sort((a, b) => a - b));
    expect(own.every((column) => column < sparse.columns)).toBe(true);
  }
}

/** Every encoder, and those whose features a network learned. */
const SUBJECTS = [
  ...(Object.keys(encoders) as (keyof typeof encoders)[]).map((modality) => ({
    name: modality,
    modality,
    make: async () => encoderOf(modality),
  })),
  ...(Object.keys(trainables) as (keyof typeof trainables)[]).map((modality) => ({
    name: `${modality} by a network`,
    modality,
    make: async () => (await drawTrained(modality, INPUTS[modality])).encoder,
  })),
];

describe.each(SUBJECTS)('encoder $name', ({ modality, make }) => {
  let encoder: Encoder<unknown, unknown>;
  const inputs = INPUTS[modality];
  beforeAll(async () => {
    encoder = await make();
  }, 60_000);

  it('carries a version in its id', () => {
    expect(encoder.id).toMatch(/-\d+$/);
  });

  it('gives sound features for all items, for one, and for none', async () => {
    for (const part of [inputs, inputs.slice(0, 1), []]) {
      const state = await encoder.fit(part, OPTIONS);
      expectSound(await encoder.encode(state, part), part.length);
    }
  });

  it('is the same function of items and seed every time', async () => {
    const [a, b] = [await encoder.fit(inputs, OPTIONS), await encoder.fit(inputs, OPTIONS)];
    expect(await encoder.encode(a, inputs)).toEqual(await encoder.encode(b, inputs));
  });

  it('survives storing: a cloned state encodes alike', async () => {
    const state = await encoder.fit(inputs, OPTIONS);
    const cloned = await encoder.encode(structuredClone(state), inputs);
    expect(cloned).toEqual(await encoder.encode(state, inputs));
  });

  it('encodes an item alike alone, in company, and after the project has grown', async () => {
    const state = await encoder.fit(inputs.slice(0, 30), OPTIONS);
    const all = await encoder.encode(state, inputs);
    const alone = await encoder.encode(state, inputs.slice(35, 36));
    const { denseDims: d } = all;
    expect([alone.denseDims, alone.sparse.columns]).toEqual([d, all.sparse.columns]);
    expect(alone.dense).toEqual(all.dense.slice(35 * d, 36 * d));
  });

  it('reports progress up to 1, never backwards', async () => {
    const seen: number[] = [];
    await encoder.fit(inputs, { seed: 7, onProgress: (fraction) => void seen.push(fraction) });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('stops when told to', async () => {
    const signal = AbortSignal.abort();
    await expect(encoder.fit(inputs, { ...OPTIONS, signal })).rejects.toThrow(/abort/i);
  });
});

describe('the list of encoders', () => {
  it('names what is known when asked for something else', () => {
    expect(() => encoderOf('smell')).toThrow(`known: ${Object.keys(encoders).join(', ')}`);
  });
});
