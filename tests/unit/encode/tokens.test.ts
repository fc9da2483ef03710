import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKETS, charBuckets } from '../../../src/modalities/text/char-grams.ts';
import { tokenise, wordGrams } from '../../../src/modalities/text/tokens.ts';
import { buildVocabulary, inverseFrequency } from '../../../src/modalities/text/vocabulary.ts';

describe('tokenise', () => {
  it.each([
    ["Don't PANIC, it's 42!", ["don't", 'panic', "it's", '42']],
    ['Ünïcode naïve', ['ünïcode', 'naïve']],
    ['so good 😀😀', ['so', 'good', '😀', '😀']],
    ['see https://a.b/c?d=1 now', ['see', 'xxurl', 'now']],
    ['@some_one hi, mail a@b', ['xxuser', 'hi', 'mail', 'a', 'b']],
    ['привет мир', ['привет', 'мир']],
    ['', []],
  ])('%j', (text, tokens) => {
    expect(tokenise(text)).toEqual(tokens);
  });

  it('does not tell composed from decomposed letters', () => {
    expect(tokenise('cafe\u0301')).toEqual(tokenise('caf\u00e9'));
  });

  it('never throws and never gives an empty token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tokenise(text).every((token) => token.length > 0)).toBe(true);
      }),
    );
  });
});

describe('grams', () => {
  it('are words and neighbouring pairs', () => {
    expect(wordGrams(['a', 'b', 'c'])).toEqual(['a', 'b', 'c', 'a b', 'b c']);
    expect(wordGrams([])).toEqual([]);
  });

  it('of characters stay within the buckets, also of very long words', () => {
    for (const word of ['', 'a', 'é', '語', 'x'.repeat(100_000)])
      expect(charBuckets(word).every((bucket) => bucket < BUCKETS)).toBe(true);
  });
});

describe('vocabulary', () => {
  it('weighs a term in every document 1, and rarer ones more', () => {
    expect(inverseFrequency(9, 9)).toBe(1);
    expect(inverseFrequency(9, 0)).toBeCloseTo(Math.log(10) + 1, 12);
  });

  it('is the same whatever the order of the counts', () => {
    const counts: [string, number][] = Object.entries({ b: 2, a: 2, c: 5 });
    const forward = buildVocabulary(new Map(counts), 10);
    expect(forward.terms).toEqual(['c', 'a', 'b']);
    expect(buildVocabulary(new Map(counts.reverse()), 10)).toEqual(forward);
  });
});
