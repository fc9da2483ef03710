/** A small corpus with opinions, and heads on its features. */
import { createRng } from '../../../src/domain/math/rng.ts';
import type { LinearHead } from '../../../src/modalities/explain-contract.ts';
import { type TextState, textEncoder } from '../../../src/modalities/text/encode.ts';

const OPINIONS = [
  'good',
  'great',
  'lovely',
  'bad',
  'awful',
  'dull',
  'fine',
  'not',
  'very',
  'never',
];
const THINGS = ['film', 'story', 'actor', 'music', 'plot', 'scene', 'ending', 'cast', 'script'];
const REST = ['the', 'was', 'a', 'and', 'but', 'of', 'with', 'in', 'it', 'all', 'so', 'too'];

export function makeTexts(count: number, words: number, seed = 3): readonly string[] {
  const rng = createRng(seed);
  const all = [...OPINIONS, ...THINGS, ...REST];
  return Array.from({ length: count }, () =>
    Array.from({ length: words }, () => all[rng.integer(all.length)] as string).join(' '),
  );
}

export const toContent = (text: string) => ({ kind: 'text' as const, text });

export function fitTexts(texts: readonly string[]): Promise<TextState> {
  return textEncoder.fit(texts.map(toContent), { seed: 5, onProgress: () => undefined });
}

/** Weights at random: nothing here depends on how they were learned. */
export function makeHead(state: TextState, classes: number, seed = 1): LinearHead {
  const rng = createRng(seed);
  const { denseDims, sparse } = textEncoder.encode(state, [toContent('the film')]);
  const draw = (length: number, scale: number): Float32Array =>
    Float32Array.from({ length }, () => scale * rng.normal());
  return {
    classes,
    sparse: draw(sparse.columns * classes, 1),
    dense: draw(denseDims * classes, 0.3),
    intercept: draw(classes, 0.2),
  };
}
