import { beforeAll, describe, expect, it } from 'vitest';
import type { TextState } from '../../../src/modalities/text/encode.ts';
import { columnsOf, featureOf } from '../../../src/modalities/text/features.ts';
import { fitTexts } from './make.ts';

let state: TextState;
beforeAll(async () => {
  state = await fitTexts(['refund please', 'refunds and refunded', 'a re.und', 'prerefund']);
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
