import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import type { Features } from '../../../src/modalities/contract.ts';
import { type TextState, textEncoder } from '../../../src/modalities/text/encode.ts';

const OPTIONS = { seed: 1, onProgress: () => undefined };
const contentsOf = (texts: readonly string[]) =>
  texts.map((text) => ({ kind: 'text' as const, text }));

async function encodeAll(texts: readonly string[]): Promise<[Features, TextState]> {
  const state = await textEncoder.fit(contentsOf(texts), OPTIONS);
  return [textEncoder.encode(state, contentsOf(texts)), state];
}

const denseRow = ({ dense, denseDims }: Features, row: number) =>
  dense.subarray(row * denseDims, (row + 1) * denseDims);
const squareOf = (values: Float32Array) => values.reduce((sum, value) => sum + value * value, 0);

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);
  return dot / (Math.sqrt(squareOf(a) * squareOf(b)) || 1);
}

describe('text encoder', () => {
  it('gives the words behind the columns back', async () => {
    const [{ sparse }, { vocabulary }] = await encodeAll(['Green apples', 'green pears']);
    expect(vocabulary.terms.length).toBe(sparse.columns);
    const own = [...sparse.indices.subarray(0, sparse.indptr[1])].map((c) => vocabulary.terms[c]);
    expect(own.sort()).toEqual(['apples', 'green', 'green apples']);
  });

  it('makes sparse rows of unit length, and each dense view too', async () => {
    const texts = ['one two three', 'two three four', 'three four five', 'six seven eight nine'];
    const [features, { widths }] = await encodeAll(texts);
    const { sparse } = features;
    for (let r = 0; r < texts.length; r++) {
      const values = sparse.values.subarray(sparse.indptr[r], sparse.indptr[r + 1]);
      expect(squareOf(values)).toBeCloseTo(1, 5);
      expect(squareOf(denseRow(features, r).subarray(0, widths.words))).toBeCloseTo(1, 4);
    }
  });

  it('takes empty texts as nothing, and does not mind a project of them', async () => {
    const [mixed] = await encodeAll(['', 'some words', '  \n ', '!?']);
    for (const row of [0, 2, 3]) expect(squareOf(denseRow(mixed, row))).toBe(0);
    const [empty] = await encodeAll(['', '']);
    expect([empty.rows, empty.sparse.indices.length]).toEqual([2, 0]);
  });

  it('sees identical texts as identical', async () => {
    const [features] = await encodeAll(Array.from({ length: 30 }, () => 'the very same words'));
    expect(denseRow(features, 29)).toEqual(denseRow(features, 0));
    expect(features.dense.every(Number.isFinite)).toBe(true);
  });

  it('finds a misspelt word nearer to the right one than to another', async () => {
    const texts = ['delivery late', 'delivery early', 'refund please', 'refund denied', 'hello'];
    const state = await textEncoder.fit(contentsOf(texts), OPTIONS);
    const f = textEncoder.encode(state, contentsOf(['delivery', 'delivrey', 'refund']));
    const near = cosine(denseRow(f, 0), denseRow(f, 1));
    expect(near).toBeGreaterThan(cosine(denseRow(f, 1), denseRow(f, 2)));
  });

  it('reads scripts without spaces through their characters', async () => {
    const [f] = await encodeAll(['今天天气很好', '今天天气不好', '股票市场下跌', '股票市场上涨']);
    const near = cosine(denseRow(f, 0), denseRow(f, 1));
    expect(near).toBeGreaterThan(cosine(denseRow(f, 0), denseRow(f, 2)));
  });

  it('reads one text of 10 MB among short ones within seconds', async () => {
    const started = performance.now();
    const [f] = await encodeAll(['lorem ipsum dolor '.repeat(600_000), 'a short one', 'another']);
    expect(f.dense.every(Number.isFinite)).toBe(true);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('is not thrown by odd code points', async () => {
    const [f] = await encodeAll(['\ud800 lone surrogate', 'a\u0000b', '👩‍👩‍👧 family', 'ﬃ ǅ ß']);
    expect(f.dense.every(Number.isFinite)).toBe(true);
  });
});

describe('text encoder at size', () => {
  it('keeps 25,000 short texts under 60 MB of dense numbers', { timeout: 120_000 }, async () => {
    const rng = createRng(3);
    const word = () => `w${Math.floor(4_000 * rng.next() ** 3)}`;
    const line = () => Array.from({ length: 12 }, word).join(' ');
    const [f] = await encodeAll(Array.from({ length: 25_000 }, line));
    expect(f.dense.byteLength).toBeLessThan(60e6);
    expect(f.dense.every(Number.isFinite)).toBe(true);
  });

  const file = new URL('../../../../shared/data/moderation-tweets.csv', import.meta.url);
  const hasData = existsSync(file);
  if (!hasData) console.warn(`SKIPPED: no ${file.pathname}; real tweets are not encoded here`);
  it.skipIf(!hasData)('encodes thousands of real texts', { timeout: 120_000 }, async () => {
    const lines = readFileSync(file, 'utf8').split('\n').slice(1, 5_001);
    const [f] = await encodeAll(lines);
    expect(f.rows).toBe(lines.length);
    expect(f.dense.every(Number.isFinite)).toBe(true);
  });
});
