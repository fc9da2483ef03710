import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenSpans } from '../../../src/modalities/text/token-spans.ts';
import { tokenise } from '../../../src/modalities/text/tokens.ts';

const said = (text: string): readonly (readonly [string, string])[] =>
  tokenSpans(text).map(({ token, start, end }) => [token, text.slice(start, end)]);

describe('token spans', () => {
  it.each([
    [
      'markup',
      'a <b>Bold</b> &amp; move',
      [
        ['a', 'a'],
        ['b', 'b'],
        ['bold', 'Bold'],
        ['b', 'b'],
        ['amp', 'amp'],
        ['move', 'move'],
      ],
    ],
    ['emoji', 'yes 👍🏽 👨‍👩‍👧 no', null],
    [
      'emoji of several beside a decomposed letter',
      'e\u0301 👨‍👧',
      [
        ['é', 'e\u0301'],
        ['👨', '👨'],
        ['👧', '👧'],
      ],
    ],
    [
      'decomposed accents',
      'cafe\u0301 noir',
      [
        ['café', 'cafe\u0301'],
        ['noir', 'noir'],
      ],
    ],
    [
      'capitals that grow',
      'İstanbul İş',
      [
        ['i̇stanbul', 'İstanbul'],
        ['i̇ş', 'İş'],
      ],
    ],
    [
      'right to left',
      'שלום עולם',
      [
        ['שלום', 'שלום'],
        ['עולם', 'עולם'],
      ],
    ],
    [
      'marks',
      'कि ताब',
      [
        ['कि', 'कि'],
        ['ताब', 'ताब'],
      ],
    ],
    [
      'addresses',
      'see https://x.org/a?b and @someone!',
      [
        ['see', 'see'],
        ['xxurl', 'https://x.org/a?b'],
        ['and', 'and'],
        ['xxuser', '@someone'],
      ],
    ],
    [
      'a final sigma',
      'ΟΔΟΣ ΣΟΦΙΑΣ e\u0301',
      [
        ['οδος', 'ΟΔΟΣ'],
        ['σοφιας', 'ΣΟΦΙΑΣ'],
        ['é', 'e\u0301'],
      ],
    ],
  ] as const)('%s', (_, text, expected) => {
    expect(tokenSpans(text).map(({ token }) => token)).toEqual(tokenise(text));
    if (expected) expect(said(text)).toEqual(expected);
  });

  it('are the tokens of the encoder, in order, apart, and inside the text', () => {
    const piece = fc.constantFrom(
      'a',
      'É',
      'e\u0301',
      'İ',
      ' ',
      '@bob',
      ' www.x.y ',
      '👍🏽',
      'ß',
      'ك',
      'Σ',
      "'",
      '’s',
      '<b>',
      '\u0301',
      '\u0000',
      '한',
      'ᄒ',
      'ᅡ',
    );
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const spans = tokenSpans(text);
        expect(spans.map(({ token }) => token)).toEqual(tokenise(text));
        let last = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('read as much as the encoder does of a very long text', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `wörd${i % 97}`).join(' ');
    expect(tokenSpans(text).map(({ token }) => token)).toEqual(tokenise(text));
  });
});
