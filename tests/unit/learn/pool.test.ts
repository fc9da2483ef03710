/** Items that are no rows: scored as if they were, the doubtful and the decided among them made rows. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import type { ClassId, Item, ItemId, ProjectId } from '../../../src/domain/records.ts';
import type { ProjectState } from '../../../src/domain/state.ts';
import type { Encoder } from '../../../src/modalities/contract.ts';
import { textEncoder } from '../../../src/modalities/text/encode.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { createLearner, type LabelledRow } from '../../../workers/learn/learner.ts';
import { changeRows } from '../../../workers/learn/session/encoding/change-rows.ts';
import type { EncodedProject } from '../../../workers/learn/session/encoding/encoded-project.ts';
import { pickRows } from '../../../workers/learn/session/encoding/pick-rows.ts';
import { createInputs } from '../../../workers/learn/session/inputs.ts';
import { withDecided, withDoubtful } from '../../../workers/learn/session/pool/admit.ts';
import { createDoubtful, doubtOf } from '../../../workers/learn/session/pool/doubtful.ts';
import { scoreItems } from '../../../workers/learn/session/pool/score-contents.ts';
import { planQuestions } from '../../../workers/learn/session/questions.ts';
import { inputWith } from '../query/make.ts';
import { wasmFiles } from './wasm-files.ts';

const encoder = textEncoder as unknown as Encoder<unknown, unknown>;
const WORDS = ['red', 'green', 'blue', 'fast', 'slow', 'bright', 'dim', 'round', 'square', 'old'];
const tools = { multiply: async () => new Float32Array(0) };

const items = Array.from({ length: 120 }, (_, ordinal) => {
  const text = [1, 3, 7, 9].map((step) => WORDS[(ordinal * step + (ordinal >> 3)) % 10]).join(' ');
  const content = { kind: 'text', text };
  return { id: `item-${ordinal}`, ordinal, content, given: null } as unknown as Item;
});
const idOf = (ordinal: number): ItemId => `item-${ordinal}` as ItemId;

const storage = {
  items: {
    getMany: async (ids: readonly ItemId[]) => ids.map((id) => items.find((one) => one.id === id)),
  },
} as unknown as Storage;
const inputs = createInputs(encoder, storage, 'p' as ProjectId).tryRead;
const parts = { storage, encoder, inputs, tools };

const contents = items.map(({ content }) => content);
const fitted = encoder.fit(contents, { seed: 3, onProgress: () => undefined });

/** Rows 0, 3, 6 ... of the items, as if drawn. */
async function sampleOfThird(): Promise<EncodedProject> {
  const encoderState = await fitted;
  const rows = items.filter((_, i) => i % 3 === 0);
  return {
    features: await encoder.encode(
      encoderState,
      rows.map(({ content }) => content),
    ),
    ids: rows.map(({ id }) => id),
    given: rows.map(() => null),
    unread: new Map(),
    encoderState,
    fingerprint: 'f',
    sampled: { total: items.length, drawn: rows.length },
  };
}

const rowsOf = ({ ids }: EncodedProject): ReadonlyMap<ItemId, number> =>
  new Map(ids.map((id, row) => [id, row]));
const stateWith = (...ids: readonly ItemId[]): ProjectState =>
  ({
    labels: new Map(ids.map((id) => [id, {}])),
    ledger: { feedback: [], fallen: new Set() },
  }) as unknown as ProjectState;
/** An edited copy of the item was saved. */
const withEdit = (state: ProjectState, itemId: ItemId): ProjectState =>
  ({
    ...state,
    rollbacks: [],
    ledger: { ...state.ledger, feedback: [{ id: 'e1', type: 'edit-saved', itemId }] },
  }) as unknown as ProjectState;

describe('scores of items that are no rows', () => {
  it('equal those of a learner that holds every item', async () => {
    const sample = await sampleOfThird();
    const all = await encoder.encode(sample.encoderState, contents);
    const labelled = [0, 3, 6, 9, 12, 15, 30, 60];
    const labels = (row: (n: number) => number): LabelledRow[] =>
      labelled.map((n) => ({ row: row(n), classes: [n % 2] }));
    const options = {
      classes: 2,
      mode: 'single',
      engine: await openTfEngine('wasm', wasmFiles),
    } as const;
    const direct = createLearner({ ...options, features: all });
    await direct.learn(labels((n) => n));
    const sampled = createLearner({ ...options, features: sample.features });
    await sampled.learn(labels((n) => n / 3));
    const outside = items.filter((_, i) => i % 3 !== 0);
    const { probabilities, problemOf } = await scoreItems(
      {
        learner: sampled,
        tryRead: inputs,
        encodeInputs: async (read) => encoder.encode(sample.encoderState, read),
      },
      outside,
    );
    expect(outside.every((_, at) => problemOf(at) === null)).toBe(true);
    const gaps = outside.flatMap(({ ordinal }, at) =>
      [0, 1].map((c) =>
        Math.abs(
          (probabilities[at * 2 + c] as number) - (direct.probabilities[ordinal * 2 + c] as number),
        ),
      ),
    );
    expect(Math.max(...gaps)).toBeLessThan(1e-6);
    // Not because the model says the same of everything.
    expect(new Set(probabilities.map((p) => Math.round(p * 100))).size).toBeGreaterThan(5);
  });
});

describe('rows', () => {
  it('change under the same columns: some kept, some added behind', async () => {
    const sample = await sampleOfThird();
    const added = [items[1] as Item, items[2] as Item];
    const changed = await changeRows(parts, sample, { kept: [1, 4], added });
    expect(changed.ids).toEqual([idOf(3), idOf(12), idOf(1), idOf(2)]);
    const wanted = await encoder.encode(
      sample.encoderState,
      [3, 12, 1, 2].map((n) => contents[n]),
    );
    expect(changed.features).toEqual(wanted);
    expect(changed.given).toEqual([null, null, null, null]);
  });

  it('keep what could not be read apart as they move', async () => {
    const sample = { ...(await sampleOfThird()), unread: new Map([[4, 'missing' as const]]) };
    const { unread } = await changeRows(parts, sample, { kept: [1, 4], added: [] });
    expect([...unread]).toEqual([[1, 'missing']]);
  });

  it('come in for what a person decided on, once', async () => {
    const sample = await sampleOfThird();
    const state = stateWith(idOf(3), idOf(4), 'not here yet' as ItemId);
    const grown = await withDecided(parts, sample, { state, rowOf: rowsOf(sample) });
    expect(grown.ids).toEqual([...sample.ids, idOf(4)]);
    expect(pickRows(grown.features, [40]).dense).toEqual(
      (await encoder.encode(sample.encoderState, [contents[4]])).dense,
    );
    expect(await withDecided(parts, grown, { state, rowOf: rowsOf(grown) })).toBe(grown);
    const edited = await withDecided(parts, grown, {
      state: withEdit(state, idOf(5)),
      rowOf: rowsOf(grown),
    });
    expect(edited.ids.at(-1)).toBe(idOf(5));
    const whole = { ...sample, sampled: null };
    expect(await withDecided(parts, whole, { state, rowOf: rowsOf(whole) })).toBe(whole);
  });

  it('come in for what is doubted most; those undecided of the time before go, drawn ones never', async () => {
    const sample = await sampleOfThird();
    const admit = (from: EncodedProject, ids: readonly ItemId[], ...decided: ItemId[]) =>
      withDoubtful(parts, from, { state: stateWith(...decided), rowOf: rowsOf(from), ids });
    const first = await admit(sample, [idOf(1), idOf(2), idOf(4), idOf(6)]);
    expect(first.ids).toEqual([...sample.ids, idOf(1), idOf(2), idOf(4)]);
    const next = await admit(first, [idOf(2), idOf(5)], idOf(4));
    expect(next.ids).toEqual([...sample.ids, idOf(2), idOf(4), idOf(5)]);
    expect(next.sampled).toEqual(sample.sampled);
  });
});

describe('what is doubted most', () => {
  it('is what sorting everything would give, whatever the order', () => {
    const seen = fc.uniqueArray(fc.tuple(fc.string(), fc.integer({ min: 0, max: 9 })), {
      selector: ([id]) => id,
      maxLength: 80,
    });
    fc.assert(
      fc.property(seen, fc.integer({ min: 1, max: 7 }), (all, most) => {
        const doubtful = createDoubtful(most);
        for (const [id, doubt] of all) doubtful.see(id as ItemId, doubt);
        const sorted = [...all].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
        expect(doubtful.ids()).toEqual(sorted.slice(0, most).map(([id]) => id));
      }),
    );
  });

  it('is a small margin between two classes, or a class near one half', () => {
    expect(doubtOf([0.5, 0.4, 0.1], 'single')).toBeCloseTo(-0.1);
    expect(doubtOf([0.1, 0.2, 0.7], 'single')).toBeCloseTo(-0.5);
    expect(doubtOf([0.9, 0.45, 0.1], 'multi')).toBeCloseTo(-0.05);
  });
});

it('audits are drawn from the drawn rows alone, and every question says how large the pool is', () => {
  const rows = 50;
  const drawn = 20;
  const classIds = ['a', 'b'] as unknown as readonly ClassId[];
  const audits = [...Array(30).keys()].flatMap((decisions) =>
    planQuestions({
      ...inputWith(Array(rows * 2).fill(0.5), { classes: 2 }),
      rows,
      drawn,
      outside: 1_000,
      classIds,
      strategy: queryStrategies.random,
      auditShare: 0.5,
      seed: 5,
      decisions: decisions * 12,
      spread: null,
    }),
  );
  const asked = audits.filter(({ record }) => record.audit);
  expect(asked.length).toBeGreaterThan(100);
  expect(Math.max(...asked.map(({ row }) => row))).toBeLessThan(drawn);
  expect(new Set(asked.map(({ row }) => row)).size).toBe(drawn);
  expect(new Set(audits.map(({ record }) => record.poolSize))).toEqual(new Set([1_050]));
  expect(asked[0]?.record.probability).toBeCloseTo(1 / 1_050);
});
