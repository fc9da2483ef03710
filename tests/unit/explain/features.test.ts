import { beforeAll, describe, expect, it } from 'vitest';
import type { Features } from '../../../src/modalities/contract.ts';
import { type TextState, textEncoder } from '../../../src/modalities/text/encode.ts';
import { columnsOf, featureOf } from '../../../src/modalities/text/features.ts';
import { fitTexts, toContent } from './make.ts';

const TEXTS = ['refund please', 'refunds and refunded', 'a re.und', 'prerefund'];
const texts = ['film', 'a film', ...TEXTS].map(toContent);
let state: TextState;
beforeAll(async () => {
  state = await fitTexts(TEXTS);
});

describe('a word that a person named', () => {
  const named = (text: string): Features => {
    const frequencies = textEncoder.countIn?.(['film'], texts) ?? [];
    const extended = textEncoder.extend?.(state, ['film'], frequencies) as TextState;
    return textEncoder.encode(extended, [toContent(text)]);
  };

  it('gets a column of its own and leaves the views of words and spelling as they were', () => {
    for (const text of ['a film refund', 'film film please', 'refunds and refunded']) {
      const before = textEncoder.encode(state, [toContent(text)]);
      const after = named(text);
      expect(after.sparse.columns).toBe(before.sparse.columns + 1);
      for (const [k, value] of before.dense.entries()) expect(after.dense[k]).toBeCloseTo(value, 6);
    }
    expect([...named('film').sparse.indices]).toEqual([state.vocabulary.terms.length]);
  });
});

describe('features by name', () => {
  it.each([
    ['  Good  FILM! ', { kind: 'term', term: 'good film' }],
    ['Refund*', { kind: 'pattern', pattern: 'refund*' }],
    ['not * good', { kind: 'term', term: 'not good' }],
    ['*', null],
    ['!!', null],
  ])('%s', (input, feature) => expect(featureOf(input)).toEqual(feature));

  it('families are single words that fit, whatever stands in them', () => {
    const names = (pattern: string): readonly string[] =>
      columnsOf(state, { kind: 'pattern', pattern })
        .map((column) => state.vocabulary.terms[column] ?? '')
        .sort();
    expect(names('refund*')).toEqual(['refund', 'refunded', 'refunds']);
    expect(names('*refund')).toEqual(['prerefund', 'refund']);
    expect(names('re.und*')).toEqual([]);
    expect(columnsOf(state, { kind: 'term', term: 'nothing like it' })).toEqual([]);
  });
});
