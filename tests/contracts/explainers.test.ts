/** What every explainer must keep, whatever it explains. A new modality adds its contents here. */
import { beforeAll, describe, expect, it } from 'vitest';
import { createRng } from '../../src/domain/math/rng.ts';
import type { ItemContent, ItemId } from '../../src/domain/records.ts';
import type { Encoder } from '../../src/modalities/contract.ts';
import { encoderOf, encoders } from '../../src/modalities/encoders.ts';
import {
  type CounterfactualRequest,
  type Explainer,
  type LinearHead,
  toNamed,
} from '../../src/modalities/explain-contract.ts';
import { explainerOf, explainers } from '../../src/modalities/explainers.ts';
import { trainedExplainerOf } from '../../src/modalities/trained/explainers.ts';
import { trainables } from '../../src/modalities/trained/index.ts';
import { loadMade, makeContent } from '../unit/image/make.ts';
import { drawTrained } from '../unit/network/make.ts';
import { storedSounds } from '../unit/sound/make.ts';

interface Example {
  readonly contents: readonly ItemContent[];
  /** A content with its files read; absent = the content itself. */
  readonly load?: (content: ItemContent) => Promise<unknown>;
  /** What a person may type to name a feature that some of the contents have; null = nothing can be typed. */
  readonly typed: string | null;
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
  image: {
    contents: Array.from({ length: 12 }, (_, i) => makeContent(i)),
    load: loadMade,
    typed: null,
  },
  sound: { ...storedSounds(12), typed: null },
  table: {
    contents: Array.from({ length: 40 }, (_, i) => ({
      kind: 'table',
      cells: {
        age: i % 11 === 3 ? '' : String(20 + ((i * 7) % 45)),
        colour: ['red', 'green', 'blue', 'green'][(i * 3) % 4] ?? '',
        'joined on': `2024-${String((i % 12) + 1).padStart(2, '0')}-1${i % 9}`,
        remark: [1, 4, 7, 11, 13].map((k) => words[(i * k + k) % 9]).join(' '),
      },
    })),
    typed: ' colour = green ',
  },
};
const CLASSES = 3;

type AnyEncoder = Encoder<unknown, unknown>;

async function makeHead(encoder: AnyEncoder, state: unknown, one: unknown): Promise<LinearHead> {
  const rng = createRng(11);
  const { denseDims, sparse } = await encoder.encode(state, [one]);
  const draw = (length: number): Float32Array => Float32Array.from({ length }, () => rng.normal());
  return {
    classes: CLASSES,
    sparse: draw(sparse.columns * CLASSES),
    dense: draw(denseDims * CLASSES),
    intercept: draw(CLASSES),
  };
}

async function scoreOf(
  encoder: AnyEncoder,
  state: unknown,
  { input, head }: Pick<CounterfactualRequest<unknown>, 'input' | 'head'>,
): Promise<readonly number[]> {
  const { dense, sparse } = await encoder.encode(state, [input]);
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

interface Subject {
  readonly name: string;
  readonly modality: keyof typeof explainers;
  readonly make: (inputs: readonly unknown[]) => Promise<{
    readonly encoder: AnyEncoder;
    readonly explainer: Explainer<unknown, unknown>;
  }>;
}

/** Every explainer, and those of what a network learned. */
const SUBJECTS: readonly Subject[] = [
  ...(Object.keys(explainers) as (keyof typeof explainers)[]).map((modality) => ({
    name: modality,
    modality,
    make: async () => ({ encoder: encoderOf(modality), explainer: explainerOf(modality) }),
  })),
  ...(Object.keys(trainables) as (keyof typeof trainables)[]).map((modality) => ({
    name: `${modality} by a network`,
    modality,
    make: async (inputs: readonly unknown[]) => {
      const { encoder } = await drawTrained(modality, inputs);
      return { encoder, explainer: trainedExplainerOf(modality) };
    },
  })),
];

describe.each(SUBJECTS)('explainer $name', ({ modality, make }) => {
  let encoder: AnyEncoder;
  let explainer: Explainer<unknown, unknown>;
  beforeAll(async () => {
    ({ encoder, explainer } = await make(await Promise.all(contents.map(load))));
  }, 60_000);
  const { contents, typed, load = async (content) => content } = EXAMPLES[modality];
  const prepare = async () => {
    const inputs = await Promise.all(contents.map(load));
    const state = await encoder.fit(inputs, { seed: 7, onProgress: () => undefined });
    return { state, inputs, head: await makeHead(encoder, state, inputs[0]) };
  };
  type Prepared = Awaited<ReturnType<typeof prepare>>;
  const search = (
    { state, inputs, head }: Prepared,
    index: number,
    banned: ReadonlySet<string> = new Set(),
  ) =>
    explainer.counterfactuals(state, {
      content: contents[index] as ItemContent,
      input: inputs[index],
      head,
      mode: 'single',
      target: null,
      count: 3,
      kinds: ['delete', 'replace'],
      banned,
      load,
      donors: async () => donorsOf(index, inputs),
    });
  const donorsOf = (index: number, inputs: readonly unknown[]) =>
    [1, 2, 3, 4, 5].map((step) => {
      const at = (index + step) % contents.length;
      const content = contents[at] as ItemContent;
      return { itemId: `item-${at}` as ItemId, content, input: inputs[at], classes: [at % 3] };
    });

  it('parts, intercept and remainder add up to the score', async () => {
    const { state, inputs, head } = await prepare();
    for (const input of inputs) {
      const { parts, intercept, remainder } = await explainer.attribute(state, input, head);
      const scores = await scoreOf(encoder, state, { input, head });
      scores.forEach((score, c) => {
        const sum = parts.reduce(
          (total, { named, latent }) => total + (named[c] ?? 0) + (latent[c] ?? 0),
          (intercept[c] ?? 0) + (remainder[c] ?? 0),
        );
        expect(sum).toBeCloseTo(score, 3);
      });
    }
  });

  it('a counterfactual has another answer by a full forward pass, and says which', async () => {
    const prepared = await prepare();
    const { state, inputs, head } = prepared;
    let found = 0;
    for (const [index, input] of inputs.entries()) {
      const before = argmax(await scoreOf(encoder, state, { input, head }));
      const result = await search(prepared, index);
      expect(result.found.length).toBeLessThanOrEqual(3);
      for (const one of result.found) {
        found += 1;
        const changed = await load(one.content);
        const after = argmax(await scoreOf(encoder, state, { input: changed, head }));
        expect(after).not.toBe(before);
        expect(argmax(one.probabilities)).toBe(after);
        expect(one.changes.length).toBeGreaterThan(0);
        const { changed: size, total } = explainer.extentOf(
          contents[index] as ItemContent,
          one.changes,
        );
        expect(size).toBeGreaterThan(0);
        expect(size).toBeLessThanOrEqual(total);
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  it('what was called nonsense is not proposed again', async () => {
    const prepared = await prepare();
    const keys = async (index: number, banned: ReadonlySet<string>) =>
      (await search(prepared, index, banned)).found.flatMap(({ changes }) =>
        changes.map((change) => explainer.changeKey(toNamed(change))),
      );
    for (const index of contents.keys()) {
      const first = await keys(index, new Set());
      if (first.length === 0) continue;
      const again = await keys(index, new Set(first));
      expect(again.filter((key) => first.includes(key))).toEqual([]);
      return;
    }
    throw new Error('no counterfactual was found to call nonsense');
  });

  it('every sparse column has a name and a feature', async () => {
    const { state, head } = await prepare();
    const names = explainer.names(state);
    expect(names).toHaveLength(head.sparse.length / CLASSES);
    names.forEach((name, column) => {
      expect(name).toBeTruthy();
      expect(explainer.columnsOf(state, explainer.featureAt(state, column))).toContain(column);
    });
  });

  it.runIf(typed !== null)('a feature that a person names finds its columns', async () => {
    const { state } = await prepare();
    const feature = explainer.featureOf(typed ?? '');
    const columns = feature ? explainer.columnsOf(state, feature) : [];
    expect(columns.length).toBeGreaterThan(0);
    expect(explainer.featureOf('')).toBeNull();
  });
});
