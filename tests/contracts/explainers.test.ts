/** What every explainer must keep, whatever it explains. A new modality adds its contents here. */
import { describe, expect, it } from 'vitest';
import { createRng } from '../../src/domain/math/rng.ts';
import type { ItemContent } from '../../src/domain/records.ts';
import type { Encoder } from '../../src/modalities/contract.ts';
import { encoderOf, encoders } from '../../src/modalities/encoders.ts';
import type {
  CounterfactualRequest,
  Explainer,
  LinearHead,
} from '../../src/modalities/explain-contract.ts';
import { explainerOf, explainers } from '../../src/modalities/explainers.ts';

interface Example {
  readonly contents: readonly ItemContent[];
  /** What a person may type to name a feature that some of the contents have. */
  readonly typed: string;
}

const words = ['oak', 'birch', 'river', 'stone', 'cloud', 'harbour', 'lamp', 'winter', 'bread'];
const EXAMPLES: Readonly<Record<keyof typeof explainers, Example>> = {
  text: {
    contents: Array.from({ length: 40 }, (_, i) => ({
      kind: 'text',
      text: [1, 4, 7, 11, 13].map((k) => words[(i * k + k) % 9]).join(' '),
    })),
    typed: ' River ',
  },
};
const CLASSES = 3;

function makeHead(encoder: Encoder<unknown>, state: unknown, one: ItemContent): LinearHead {
  const rng = createRng(11);
  const { denseDims, sparse } = encoder.encode(state, [one]);
  const draw = (length: number): Float32Array => Float32Array.from({ length }, () => rng.normal());
  return {
    classes: CLASSES,
    sparse: draw(sparse.columns * CLASSES),
    dense: draw(denseDims * CLASSES),
    intercept: draw(CLASSES),
  };
}

function scoreOf(
  encoder: Encoder<unknown>,
  state: unknown,
  { content, head }: Pick<CounterfactualRequest, 'content' | 'head'>,
): readonly number[] {
  const { dense, sparse } = encoder.encode(state, [content]);
  return Array.from({ length: CLASSES }, (_, c) => {
    let score = head.intercept[c] as number;
    dense.forEach((value, k) => {
      score += value * (head.dense[k * CLASSES + c] as number);
    });
    sparse.indices.forEach((column, e) => {
      score += (sparse.values[e] as number) * (head.sparse[column * CLASSES + c] as number);
    });
    return score;
  });
}

const argmax = (values: readonly number[]): number => values.indexOf(Math.max(...values));

it('every modality that is encoded is explained', () => {
  expect(Object.keys(explainers).sort()).toEqual(Object.keys(encoders).sort());
  expect(() => explainerOf('smell')).toThrow('unknown modality smell');
});

describe.each(Object.keys(explainers) as (keyof typeof explainers)[])(
  'explainer %s',
  (modality) => {
    const encoder = encoderOf(modality);
    const explainer: Explainer<unknown> = explainerOf(modality);
    const { contents, typed } = EXAMPLES[modality];
    const prepare = async () => {
      const state = await encoder.fit(contents, { seed: 7, onProgress: () => undefined });
      return { state, head: makeHead(encoder, state, contents[0] as ItemContent) };
    };
    const search = (parts: Pick<CounterfactualRequest, 'content' | 'head'>, count = 3) => ({
      ...parts,
      mode: 'single' as const,
      target: null,
      count,
      kinds: ['delete', 'replace'] as const,
      banned: new Set<string>(),
    });

    it('parts, intercept and remainder add up to the score', async () => {
      const { state, head } = await prepare();
      for (const content of contents) {
        const { parts, intercept, remainder } = explainer.attribute(state, content, head);
        const scores = scoreOf(encoder, state, { content, head });
        scores.forEach((score, c) => {
          const sum = parts.reduce(
            (total, { named, latent }) => total + (named[c] ?? 0) + (latent[c] ?? 0),
            (intercept[c] ?? 0) + (remainder[c] ?? 0),
          );
          expect(sum).toBeCloseTo(score, 4);
        });
      }
    });

    it('a counterfactual has another answer by a full forward pass, and says which', async () => {
      const { state, head } = await prepare();
      let found = 0;
      for (const content of contents) {
        const before = argmax(scoreOf(encoder, state, { content, head }));
        const result = explainer.counterfactuals(state, search({ content, head }));
        expect(result.found.length).toBeLessThanOrEqual(3);
        for (const one of result.found) {
          found += 1;
          const after = argmax(scoreOf(encoder, state, { content: one.content, head }));
          expect(after).not.toBe(before);
          expect(argmax(one.probabilities)).toBe(after);
          expect(one.changes.length).toBeGreaterThan(0);
        }
      }
      expect(found).toBeGreaterThan(0);
    });

    it('what was called nonsense is not proposed again', async () => {
      const { state, head } = await prepare();
      const content = contents.find(
        (one) => explainer.counterfactuals(state, search({ content: one, head })).found.length > 0,
      ) as ItemContent;
      const keys = (banned: ReadonlySet<string>): readonly string[] =>
        explainer
          .counterfactuals(state, { ...search({ content, head }), banned })
          .found.flatMap(({ changes }) => changes.map(explainer.changeKey));
      const first = keys(new Set());
      expect(keys(new Set(first)).filter((key) => first.includes(key))).toEqual([]);
    });

    it('a feature that a person names finds its columns, and every column has a name', async () => {
      const { state, head } = await prepare();
      const feature = explainer.featureOf(typed);
      const columns = feature ? explainer.columnsOf(state, feature) : [];
      expect(columns.length).toBeGreaterThan(0);
      const names = explainer.names(state);
      expect(names).toHaveLength(head.sparse.length / CLASSES);
      for (const column of columns) expect(names[column]).toBeTruthy();
      expect(explainer.featureOf('')).toBeNull();
    });
  },
);
