import { beforeAll, describe, expect, it } from 'vitest';
import type { TextContent } from '../../../src/domain/records.ts';
import type { CounterfactualRequest } from '../../../src/modalities/explain-contract.ts';
import { changeKey } from '../../../src/modalities/text/change-key.ts';
import { type TextState, textEncoder } from '../../../src/modalities/text/encode.ts';
import { forwardPass } from '../../../src/modalities/text/forward-pass.ts';
import { withoutStrongest } from '../../../src/modalities/text/strongest-words.ts';
import { documentsWith } from '../../../src/modalities/text/vocabulary.ts';

const text = (words: string): TextContent => ({ kind: 'text', text: words });
/** Of 200 texts: "dull" and "slow" in a tenth, "the" in all, "odd" in one. */
const contents = Array.from({ length: 200 }, (_, i) =>
  text(`the film was ${i % 10 === 0 ? 'dull and slow' : `scene${i % 6}`} ${i === 7 ? 'odd' : ''}`),
);
let state: TextState;
beforeAll(async () => {
  state = await textEncoder.fit(contents, { seed: 1, onProgress: () => undefined });
});

/** Two classes; words speak for the first with these weights. */
function requestFor(
  input: TextContent,
  weights: Readonly<Record<string, number>>,
  patch: Partial<CounterfactualRequest<TextContent>> = {},
): CounterfactualRequest<TextContent> {
  const { terms } = state.vocabulary;
  const { words, spelling } = state.widths;
  const sparse = Float32Array.from({ length: terms.length * 2 }, (_, at) =>
    at % 2 === 0 ? (weights[terms[at >> 1] ?? ''] ?? 0) : 0,
  );
  const dense = new Float32Array((words + spelling) * 2);
  const head = { classes: 2, sparse, dense, intercept: Float32Array.from([0.5, 0]) };
  return {
    ...{ content: input, input, head, mode: 'single', target: null, count: 3 },
    ...{ kinds: ['delete'], banned: new Set(), ...patch },
  };
}

describe('without the strongest words', () => {
  const input = text('The film was DULL, odd and slow; really dull.');
  const weights = { dull: 2, slow: 1, the: 9, odd: 9, film: -1 };

  it('takes every place of those that many items have, and that speak for the answer', () => {
    const request = requestFor(input, weights);
    const asked = withoutStrongest(state, request);
    expect(asked?.changes.map(({ removed, put }) => [removed, put])).toEqual([
      ['DULL', ''],
      ['slow', ''],
      ['dull', ''],
    ]);
    // "the" is in all items and "odd" in one: they stay, and with them the model's answer.
    expect(asked?.content.text).toBe('The film was , odd and ; really .');
    expect(asked?.probabilities[0]).toBeGreaterThan(0.5);
    const anew = forwardPass(state, text(asked?.content.text ?? ''), request);
    expect(asked?.probabilities).toEqual(anew.probabilities);
  });

  it('takes at most three, and at most a quarter of the words', () => {
    const scenes = 'scene0 scene1 scene2 scene3 scene4 scene5';
    const all = Object.fromEntries([0, 1, 2, 3, 4, 5].map((i) => [`scene${i}`, 1 + i]));
    const others = Array.from({ length: 18 }, (_, i) => `other${i}`).join(' ');
    const long = withoutStrongest(state, requestFor(text(`${scenes} ${others}`), all));
    expect(long?.content.text).toBe(`scene0 scene1 scene2 ${others}`);
    const short = withoutStrongest(state, requestFor(text(`${scenes} film`), all));
    expect(short?.content.text).toBe('scene0 scene1 scene2 scene3 film');
  });

  it('leaves what was called nonsense', () => {
    const banned = new Set([changeKey({ removed: 'dull', put: '' })]);
    const asked = withoutStrongest(state, requestFor(input, weights, { banned }));
    expect(asked?.changes.map(({ removed }) => removed)).toEqual(['slow']);
  });

  it('asks nothing where nothing speaks, where all would go, or where classes are independent', () => {
    expect(withoutStrongest(state, requestFor(input, {}))).toBeNull();
    expect(withoutStrongest(state, requestFor(text('dull'), weights))).toBeNull();
    expect(withoutStrongest(state, requestFor(text(''), weights))).toBeNull();
    expect(withoutStrongest(state, requestFor(input, weights, { mode: 'multi' }))).toBeNull();
    expect(withoutStrongest(state, requestFor(input, weights, { target: 0 }))).toBeNull();
  });
});

it('counts the texts of a column as they were counted', () => {
  const { terms } = state.vocabulary;
  const counted = (word: string) => documentsWith(state.vocabulary, terms.indexOf(word));
  expect([counted('the'), counted('dull'), counted('odd'), counted('none')]).toEqual([
    200, 20, 1, 0,
  ]);
});
