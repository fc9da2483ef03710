import { beforeAll, describe, expect, it } from 'vitest';
import type { TextState } from '../../../src/modalities/text/encode.ts';
import { textEncoder } from '../../../src/modalities/text/encode.ts';
import { attribute } from '../../../src/modalities/text/explain.ts';
import { scoreText } from '../../../src/modalities/text/forward-pass.ts';
import { fitTexts, makeHead, makeTexts, toContent } from './make.ts';

let state: TextState;
beforeAll(async () => {
  state = await fitTexts(makeTexts(200, 12));
});

const TEXTS = [
  'the film was good, the Film was GOOD',
  'an unknown wording entirely',
  'not not not good',
  '',
  '<script>alert(1)</script> the plot 👍🏽',
  makeTexts(1, 400, 9)[0] as string,
];

describe('attribution', () => {
  it.each(TEXTS)('adds up to the score: %.40s', (text) => {
    const head = makeHead(state, 3);
    const scores = scoreText(state, toContent(text), head);
    const { parts, intercept, remainder } = attribute(state, toContent(text), head);
    scores.forEach((score, c) => {
      const sum = parts.reduce(
        (total, { named, latent }) => total + (named[c] ?? 0) + (latent[c] ?? 0),
        (intercept[c] ?? 0) + (remainder[c] ?? 0),
      );
      expect(sum).toBeCloseTo(score, 6);
      expect(Math.abs(remainder[c] ?? 0)).toBeLessThan(1e-4);
    });
  });

  it('of named features is exactly value times weight', () => {
    const head = { ...makeHead(state, 2), dense: new Float32Array(0) };
    const plain = { ...state, widths: { words: 0, spelling: 0 } };
    const content = toContent('good film');
    const { sparse } = textEncoder.encode(plain, [content]);
    const share = (term: string): number => {
      const column = state.vocabulary.terms.indexOf(term);
      const e = sparse.indices.indexOf(column);
      return e < 0 ? 0 : (sparse.values[e] as number) * (head.sparse[column * 2] as number);
    };
    const [good] = attribute(plain, content, head).parts;
    expect(good?.named[0]).toBeCloseTo(share('good') + share('good film') / 2, 6);
    expect(good?.latent).toEqual([0, 0]);
  });

  it('counts a phrase that a person named', () => {
    const extended = textEncoder.extend?.(state, ['was a very good'], [1]) as TextState;
    const content = toContent('it was a very good film');
    const head = makeHead(extended, 2);
    const column = extended.vocabulary.terms.length - 1;
    head.sparse.fill(0);
    head.sparse[column * 2] = 4;
    const own = { ...head, dense: head.dense.fill(0) };
    const { parts } = attribute(extended, content, own);
    const shares = parts.map(({ named }) => named[0] ?? 0);
    expect(shares[1]).toBeGreaterThan(0);
    expect(shares.slice(1, 5).every((share) => Math.abs(share - (shares[1] ?? 0)) < 1e-9)).toBe(
      true,
    );
    expect(shares[0]).toBe(0);
    expect(shares[5]).toBe(0);
  });
});

describe('naming features', () => {
  it('leaves the numbers of texts without them as they are', () => {
    const extended = textEncoder.extend?.(state, ['zebra', 'the very zebra'], [0, 0]) as TextState;
    const contents = ['the film was good', 'a lovely plot'].map(toContent);
    const before = textEncoder.encode(state, contents);
    const after = textEncoder.encode(extended, contents);
    expect(after.dense).toEqual(before.dense);
    expect(after.sparse.values).toEqual(before.sparse.values);
    expect(after.sparse.columns).toBe(before.sparse.columns + 2);
    const count = textEncoder.countIn?.(['was good', 'zebra'], contents);
    expect(count).toEqual([1, 0]);
  });
});
