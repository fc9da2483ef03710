import { beforeAll, describe, expect, it } from 'vitest';
import type { TextContent } from '../../../src/domain/records.ts';
import type {
  CounterfactualRequest,
  LinearHead,
} from '../../../src/modalities/explain-contract.ts';
import { changeKey } from '../../../src/modalities/text/change-key.ts';
import { findCounterfactuals } from '../../../src/modalities/text/counterfactual.ts';
import { editedText, inCaseOf } from '../../../src/modalities/text/edited-text.ts';
import type { TextState } from '../../../src/modalities/text/encode.ts';
import { scoreText } from '../../../src/modalities/text/forward-pass.ts';
import { createProbe } from '../../../src/modalities/text/probe.ts';
import { tokenise } from '../../../src/modalities/text/tokens.ts';
import { fitTexts, makeHead, makeTexts, toContent } from './make.ts';

let state: TextState;
beforeAll(async () => {
  state = await fitTexts(makeTexts(300, 12));
});

const request = (
  text: string,
  head: LinearHead,
  over: Partial<CounterfactualRequest<TextContent>> = {},
) => ({
  content: toContent(text),
  input: toContent(text),
  head,
  mode: 'single' as const,
  target: null,
  count: 3,
  kinds: ['delete', 'replace'] as const,
  banned: new Set<string>(),
  ...over,
});

const answerTo = (text: string, head: LinearHead): number => {
  const scores = scoreText(state, toContent(text), head);
  return scores.indexOf(Math.max(...scores));
};

/** The fewest words whose removal flips, tried one by one, two by two, three by three. */
function fewest(text: string, head: LinearHead): number | null {
  const words = tokenise(text);
  const own = answerTo(text, head);
  const flips = (gone: readonly number[]): boolean =>
    answerTo(words.filter((_, i) => !gone.includes(i)).join(' '), head) !== own;
  const n = words.length;
  for (let i = 0; i < n; i++) if (flips([i])) return 1;
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) if (flips([i, j])) return 2;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) for (let k = 0; k < j; k++) if (flips([i, j, k])) return 3;
  return null;
}

describe('the probe', () => {
  it('scores changed texts as the encoder does, and comes back', () => {
    const head = makeHead(state, 3);
    const words = tokenise('the film was not very good but the music was lovely');
    const probe = createProbe(state, words, head);
    const expectScores = (text: string): void =>
      scoreText(state, toContent(text), head).forEach((score, c) => {
        expect(probe.scores()[c]).toBeCloseTo(score, 5);
      });
    expectScores(words.join(' '));
    probe.remove(3);
    expectScores('the film was very good but the music was lovely');
    probe.replace(5, 'dull');
    probe.remove(4);
    expectScores('the film was dull but the music was lovely');
    probe.remove(0);
    probe.remove(10);
    expectScores('film was dull but the music was');
    for (let i = 0; i < 5; i++) probe.undo();
    expectScores(words.join(' '));
  });
});

describe('counterfactuals by removal', () => {
  it('are found where they exist, and are never longer than the shortest plus one', () => {
    let exist = 0;
    let found = 0;
    makeTexts(200, 11, 21).forEach((text, i) => {
      const head = makeHead(state, 2, i + 1);
      const shortest = fewest(text, head);
      if (shortest === null) return;
      exist += 1;
      const result = findCounterfactuals(state, request(text, head, { kinds: ['delete'] }));
      const [first] = result.found;
      if (!first) return;
      found += 1;
      expect(first.changes.length).toBeLessThanOrEqual(shortest + 1);
      if (first.isProvedMinimal) expect(first.changes.length).toBe(shortest);
    });
    expect(exist).toBeGreaterThan(100);
    expect(found / exist).toBeGreaterThanOrEqual(0.99);
  }, 60_000);

  it('say nothing where nothing flips', () => {
    const head = { ...makeHead(state, 2), intercept: Float32Array.from([90, -90]) };
    expect(findCounterfactuals(state, request('the film was good', head)).found).toEqual([]);
    expect(findCounterfactuals(state, request('', head)).found).toEqual([]);
  });
});

describe('every counterfactual', () => {
  it('flips when the changed text is read anew, and differs from the others', () => {
    for (const [i, text] of makeTexts(40, 30, 77).entries()) {
      const head = makeHead(state, 3, 100 + i);
      const own = answerTo(text, head);
      const { found } = findCounterfactuals(state, request(text, head));
      for (const one of found) {
        expect(answerTo(one.content.text, head)).not.toBe(own);
        const best = one.probabilities.indexOf(Math.max(...one.probabilities));
        expect(best).toBe(answerTo(one.content.text, head));
        expect(one.changes.length).toBeGreaterThan(0);
        for (const { start, end, removed } of one.changes)
          expect(text.slice(start, end)).toBe(removed);
      }
      expect(new Set(found.map((one) => one.content.text)).size).toBe(found.length);
    }
  });

  it('reaches the class that was asked for', () => {
    const text = makeTexts(1, 20, 5)[0] as string;
    for (let seed = 0; seed < 20; seed++) {
      const head = makeHead(state, 4, seed);
      const target = (answerTo(text, head) + 1 + (seed % 3)) % 4;
      const { found } = findCounterfactuals(state, request(text, head, { target }));
      for (const one of found) expect(answerTo(one.content.text, head)).toBe(target);
    }
  });

  it('switches one class where items have several', () => {
    const text = makeTexts(1, 20, 6)[0] as string;
    const head = makeHead(state, 3, 4);
    const before = scoreText(state, toContent(text), head);
    const { found } = findCounterfactuals(state, request(text, head, { mode: 'multi', target: 1 }));
    for (const one of found) {
      const after = scoreText(state, one.content, head);
      expect((after[1] ?? 0) > 0).toBe(!((before[1] ?? 0) > 0));
    }
  });

  it('never uses a change that was called nonsense', () => {
    const text = makeTexts(1, 14, 8)[0] as string;
    const head = makeHead(state, 2, 9);
    const first = findCounterfactuals(state, request(text, head, { kinds: ['delete'] }));
    const word = first.found[0]?.changes[0]?.removed ?? '';
    const banned = new Set([`${word}>`]);
    const second = findCounterfactuals(state, request(text, head, { kinds: ['delete'], banned }));
    expect(
      second.found.flatMap(({ changes }) => changes.map(({ removed }) => removed)),
    ).not.toContain(word);
  });
});

describe('the name of a change', () => {
  it('is the same however the word is written', () => {
    const name = changeKey({ removed: 'cafe\u0301', put: '' });
    expect(changeKey({ removed: 'CAFÉ', put: '' })).toBe(name);
    expect(changeKey({ removed: 'https://x.org/a', put: 'It’s' })).toBe('xxurl>it’s');
  });

  it('keeps a decomposed word from being proposed again', () => {
    const words = (makeTexts(1, 14, 8)[0] as string).split(' ');
    const text = words.map((word) => word.replaceAll('a', 'a\u0301')).join(' ');
    const head = makeHead(state, 2, 9);
    const removed = (banned: ReadonlySet<string>): readonly string[] =>
      findCounterfactuals(state, request(text, head, { kinds: ['delete'], banned })).found.flatMap(
        ({ changes }) => changes.map((change) => change.removed),
      );
    const first = removed(new Set());
    expect(first.length).toBeGreaterThan(0);
    const banned = new Set(first.map((one) => changeKey({ removed: one, put: '' })));
    const second = removed(banned);
    expect(first.filter((one) => second.includes(one))).toEqual([]);
  });
});

describe('edited texts', () => {
  it('lose one space with a word and keep what stands around', () => {
    const cut = (text: string, start: number, end: number, put = ''): string =>
      editedText(text, [{ start, end, removed: text.slice(start, end), put }]);
    expect(cut('not good at all', 0, 3)).toBe('good at all');
    expect(cut('a not good', 2, 5)).toBe('a good');
    expect(cut('so good.', 3, 7)).toBe('so .');
    expect(cut('so good.', 3, 7, 'bad')).toBe('so bad.');
    expect(inCaseOf('bad', 'Good')).toBe('Bad');
    expect(inCaseOf('bad', 'GOOD')).toBe('BAD');
    expect(inCaseOf('bad', 'good')).toBe('bad');
    expect(inCaseOf('bad', 'I')).toBe('Bad');
  });
});
