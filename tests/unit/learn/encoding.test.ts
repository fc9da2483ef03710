/** Features of a project's items: all of them, or a sample where memory would not hold all. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../src/domain/default-settings.ts';
import type { Item, ItemId, ProjectId } from '../../../src/domain/records.ts';
import type { Encoder, Features } from '../../../src/modalities/contract.ts';
import { textEncoder } from '../../../src/modalities/text/encode.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { outsideOf } from '../../../workers/learn/session/encoding/encoded-project.ts';
import { ensureEncoded } from '../../../workers/learn/session/encoding/ensure-encoded.ts';
import { pickRows } from '../../../workers/learn/session/encoding/pick-rows.ts';
import { drawSample, limitsFor } from '../../../workers/learn/session/encoding/sample.ts';
import { createInputs } from '../../../workers/learn/session/inputs.ts';

const PROJECT = 'project' as ProjectId;
const encoder = textEncoder as unknown as Encoder<unknown, unknown>;
const WORDS = ['red', 'green', 'blue', 'fast', 'slow', 'bright', 'dim', 'round', 'square'];

function makeItem(ordinal: number): Item {
  const text = [1, 3, 5, 7].map((step) => WORDS[(ordinal * step + step) % WORDS.length]).join(' ');
  return {
    id: `item-${ordinal}` as ItemId,
    ordinal,
    hash: `hash-${ordinal}`,
    content: { kind: 'text', text: `${text} n${ordinal % 40}` },
    given: ordinal % 10 === 0 ? ['a'] : null,
  } as unknown as Item;
}

function makeStorage(size: number) {
  const caches = new Map<string, unknown>();
  const items = Array.from({ length: size }, (_, ordinal) => makeItem(ordinal));
  const storage = {
    items: {
      count: async () => items.length,
      range: async (_: ProjectId, from: number, to: number) => items.slice(from, to),
    },
    caches: {
      get: async (_: ProjectId, key: string) => structuredClone(caches.get(key)),
      set: async (_: ProjectId, key: string, value: unknown) =>
        void caches.set(key, structuredClone(value)),
    },
  } as unknown as Storage;
  return { caches, items, storage };
}

function encode(storage: Storage, limits = limitsFor(null), encodeWith = encoder) {
  return ensureEncoded({
    storage,
    projectId: PROJECT,
    encoder: encodeWith,
    inputs: createInputs(encoder, storage, PROJECT).tryRead,
    tools: { multiply: async () => new Float32Array(0) },
    project: { seed: 4, settings: DEFAULT_SETTINGS },
    limits,
    onProgress: () => undefined,
  });
}

const noFit: typeof encoder = {
  ...encoder,
  fit: async () => {
    throw new Error('an encoder was learned anew');
  },
};

/** To the last bit, and quicker than a matcher walks through a million numbers. */
function expectSame(found: Features, wanted: Features): void {
  const bytes = (array: Float32Array | Uint32Array): Buffer =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength);
  const arrays = ({ dense, sparse }: Features) => [
    dense,
    sparse.indptr,
    sparse.indices,
    sparse.values,
  ];
  const others = arrays(wanted);
  expect(found).toMatchObject({ rows: wanted.rows, denseDims: wanted.denseDims });
  arrays(found).forEach((array, i) => {
    expect(bytes(array).equals(bytes(others[i] as Float32Array))).toBe(true);
  });
}

async function written(caches: ReadonlyMap<string, unknown>): Promise<void> {
  await vi.waitFor(() => expect(caches.has('encoding')).toBe(true));
}

beforeEach(() => {
  const real = setTimeout;
  vi.stubGlobal('setTimeout', (run: () => void) => real(run, 0));
  return () => vi.unstubAllGlobals();
});

describe('the whole of a project', () => {
  it('comes back from the cache as it was encoded, and grows by what is new', async () => {
    const { storage, caches, items } = makeStorage(2_100);
    const first = await encode(storage);
    await written(caches);
    const again = await encode(storage, limitsFor(null), noFit);
    expectSame(again.features, first.features);
    expect(again.ids).toEqual(items.map(({ id }) => id));
    expect(again.given).toEqual(items.map(({ given }) => given));
    expect(again).toMatchObject({ sampled: null, fingerprint: first.fingerprint });
    items.push(makeItem(2_100), makeItem(2_101));
    const grown = await encode(storage, limitsFor(null), noFit);
    expect(grown.features.rows).toBe(2_102);
    const alone = await encoder.encode(first.encoderState, [items[2_101]?.content]);
    expectSame(pickRows(grown.features, [2_101]), alone);
    expectSame((await encode(storage, limitsFor(null), noFit)).features, grown.features);
  });
});

describe('a sample of a project', () => {
  const limits = { all: 500, drawn: 200 };

  it('is drawn by seed, encoded as the items would be, and comes back from the cache', async () => {
    const { storage, caches, items } = makeStorage(1_000);
    const encoded = await encode(storage, limits);
    const ordinals = drawSample(1_000, 200, 4);
    expect(encoded.ids).toEqual([...ordinals].map((ordinal) => items[ordinal]?.id));
    expect(encoded.sampled).toEqual({ total: 1_000, drawn: 200 });
    expect(outsideOf(encoded)).toBe(800);
    const contents = [...ordinals].map((ordinal) => items[ordinal]?.content);
    expectSame(encoded.features, await encoder.encode(encoded.encoderState, contents));
    await written(caches);
    const again = await encode(storage, limits, noFit);
    expectSame(again.features, encoded.features);
    expect(again).toMatchObject({ sampled: encoded.sampled, fingerprint: encoded.fingerprint });
  });

  it('stays a uniform sample as the project grows, without learning or encoding it anew', async () => {
    const { storage, caches, items } = makeStorage(1_000);
    const before = await encode(storage, limits);
    await written(caches);
    for (let n = 1_000; n < 1_400; n++) items.push(makeItem(n));
    let encodedAnew = 0;
    const counting: typeof encoder = {
      ...noFit,
      encode: (state, inputs, tools) => {
        encodedAnew += inputs.length;
        return encoder.encode(state, inputs, tools);
      },
    };
    const grown = await encode(storage, limits, counting);
    const drawn = drawSample(1_400, 200, 4);
    expect(new Set(grown.ids)).toEqual(new Set([...drawn].map((n) => items[n]?.id)));
    expect(encodedAnew).toBe([...drawn].filter((n) => n >= 1_000).length);
    expect(grown.sampled).toEqual({ total: 1_400, drawn: 200 });
    const contentOf = new Map(items.map(({ id, content }) => [id, content]));
    const contents = grown.ids.map((id) => contentOf.get(id));
    expectSame(grown.features, await encoder.encode(before.encoderState, contents));
    expect(grown.given).toEqual(grown.ids.map((id) => (id.endsWith('0') ? ['a'] : null)));
    expect((await encode(storage, limits, noFit)).ids).toEqual(grown.ids);
  });

  it('is left behind when the project would fit again, and the other way round', async () => {
    const { storage, caches } = makeStorage(600);
    await encode(storage, limits);
    await written(caches);
    expect((await encode(storage, { all: 600, drawn: 200 })).sampled).toBeNull();
  });
});

describe('drawing', () => {
  it('takes so many, ascending, each as likely as another, and keeps what it can', () => {
    const drawn = drawSample(10_000, 1_000, 7);
    expect(drawn).toHaveLength(1_000);
    expect([...drawn]).toEqual([...new Set(drawn)].sort((a, b) => a - b));
    // Of 10 stretches each holds about a hundred; five standard deviations are 47.
    for (let part = 0; part < 10; part++) {
      const within = drawn.filter((n) => Math.floor(n / 1_000) === part).length;
      expect(Math.abs(within - 100)).toBeLessThan(47);
    }
    const later = new Set(drawSample(12_000, 1_000, 7));
    const old = new Set(drawn);
    expect([...later].filter((n) => n < 10_000 && !old.has(n))).toEqual([]);
    expect([...drawSample(10_000, 1_000, 8)]).not.toEqual([...drawn]);
    expect([...drawSample(3, 5, 1)]).toEqual([0, 1, 2]);
    expect(drawSample(3, 0, 1)).toHaveLength(0);
  });

  it('takes less where the device says that it has little memory', () => {
    expect(limitsFor(4).all).toBeLessThan(limitsFor(8).all);
    expect(limitsFor(null)).toEqual(limitsFor(16));
  });
});
