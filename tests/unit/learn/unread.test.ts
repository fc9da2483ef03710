/** Items whose file is missing or damaged: the others are learned from, and nobody is asked about them. */

import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineClasses } from '../../../src/domain/classes.ts';
import { decide } from '../../../src/domain/commands/index.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/default-settings.ts';
import type { BlobHash, ClassId, Item, ItemId, ProjectId } from '../../../src/domain/records.ts';
import { foldEvents, type ProjectState } from '../../../src/domain/state.ts';
import { digest } from '../../../src/modalities/content-hash.ts';
import type { Encoder } from '../../../src/modalities/contract.ts';
import { imageEncoder } from '../../../src/modalities/image/encode.ts';
import { soundEncoder } from '../../../src/modalities/sound/encode.ts';
import { writeWav } from '../../../src/modalities/sound/wav.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { ensureEncoded } from '../../../workers/learn/session/encoding/ensure-encoded.ts';
import { limitsFor } from '../../../workers/learn/session/encoding/sample.ts';
import { createInputs } from '../../../workers/learn/session/inputs.ts';
import { collectLabels } from '../../../workers/learn/session/labels.ts';
import { noteOnUnread } from '../../../workers/learn/session/unread-note.ts';

const PROJECT = 'project' as ProjectId;
const BIRD = 'bird' as ClassId;
const RATE = 8_000;
const ITEMS = 6;

const tone = (n: number): Blob =>
  new Blob([
    writeWav({
      samples: Float32Array.from({ length: RATE / 2 }, (_, i) => 0.5 * Math.sin(i / (2 + n))),
      rate: RATE,
    }),
  ]);

function makeStorage() {
  const files = new Map<string, Blob>();
  const caches = new Map<string, unknown>();
  const items = Array.from({ length: ITEMS }, (_, ordinal) => {
    files.set(`file-${ordinal}`, tone(ordinal));
    const content = {
      kind: 'sound' as const,
      blob: `file-${ordinal}` as BlobHash,
      name: 'a.wav',
      startMs: 0,
      durationMs: 500,
    };
    const id = `item-${ordinal}` as ItemId;
    return { id, ordinal, hash: `hash-${ordinal}`, content, given: null } as unknown as Item;
  });
  const storage = {
    items: {
      count: async () => items.length,
      range: async (_: ProjectId, from: number, to: number) => items.slice(from, to),
    },
    files: { get: async (_: ProjectId, hash: string) => files.get(hash) },
    caches: {
      get: async (_: ProjectId, key: string) => caches.get(key),
      set: async (_: ProjectId, key: string, value: unknown) => void caches.set(key, value),
    },
  } as unknown as Storage;
  return { files, caches, items, storage };
}

const encoder = soundEncoder as unknown as Encoder<unknown, unknown>;

const encode = (storage: Storage) =>
  ensureEncoded({
    storage,
    projectId: PROJECT,
    encoder,
    inputs: createInputs(encoder, storage, PROJECT).tryRead,
    tools: { multiply: async () => new Float32Array(0) },
    project: { seed: 1, settings: { ...DEFAULT_SETTINGS, sound: { rate: RATE, windowMs: null } } },
    limits: limitsFor(null),
    onProgress: () => undefined,
  });

const rowOf = ({ features }: Awaited<ReturnType<typeof encode>>, row: number): Float32Array =>
  features.dense.slice(row * features.denseDims, (row + 1) * features.denseDims);

describe('items that cannot be read', () => {
  beforeEach(() => {
    const real = setTimeout;
    vi.stubGlobal('setTimeout', (run: () => void) => real(run, 0)); // Caches are written at leisure.
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('are blank rows, and are read once their file is back', async () => {
    const whole = makeStorage();
    const damaged = makeStorage();
    damaged.files.delete('file-1');
    damaged.files.set('file-4', new Blob(['no sound']));
    const first = await encode(damaged.storage);
    expect([...first.unread]).toEqual([
      [1, 'missing'],
      [4, 'damaged'],
    ]);
    expect(first.features.rows).toBe(ITEMS);
    expect(first.features.dense.every(Number.isFinite)).toBe(true);
    expect(first.fingerprint).not.toBe((await encode(whole.storage)).fingerprint);

    await vi.waitFor(() => expect(damaged.caches.has('encoding')).toBe(true));
    damaged.files.set('file-1', tone(1));
    const again = await encode(damaged.storage);
    expect([...again.unread]).toEqual([[4, 'damaged']]);
    expect(again.fingerprint).toBe(first.fingerprint);
    expect(rowOf(again, 0)).toEqual(rowOf(first, 0));
    expect(rowOf(again, 1)).not.toEqual(rowOf(first, 1));
    expect([...(await encode(damaged.storage)).unread.keys()]).toEqual([4]);
  });

  it('are not all there is to a project for ever', async () => {
    const { storage, files, caches } = makeStorage();
    files.clear();
    expect((await encode(storage)).unread.size).toBe(ITEMS);
    await vi.waitFor(() => expect(caches.has('encoding')).toBe(true));
    for (let n = 0; n < ITEMS; n++) files.set(`file-${n}`, tone(n));
    const back = await encode(storage);
    expect(back.unread.size).toBe(0);
    expect(back.fingerprint).toBe((await encode(makeStorage().storage)).fingerprint);
  });

  it('still reject where one of them is what was asked for, or the storage is closed', async () => {
    const { storage, files, items } = makeStorage();
    files.delete('file-0');
    const { read, tryRead } = createInputs(encoder, storage, PROJECT);
    const content = (items[0] as Item).content;
    await expect(read([content])).rejects.toThrow('not on this device');
    expect(await tryRead([content])).toMatchObject([{ problem: 'missing' }]);
    const closed = async () => {
      throw new StorageError('closed', 'closed');
    };
    const none = { ...storage, files: { ...storage.files, get: closed } };
    await expect(createInputs(encoder, none, PROJECT).tryRead([content])).rejects.toThrow('closed');
  });

  it('are left out of questions, answers and measures', () => {
    const context = { newId: ulid, now: 0, by: 'p', device: 'd', digest };
    const made = decide(
      null,
      {
        type: 'create-project',
        projectId: PROJECT,
        name: 'p',
        modality: 'sound',
        mode: 'single',
        classes: defineClasses([{ id: BIRD, name: 'bird' }]),
        settings: {},
        seed: 1,
      },
      context as unknown as Parameters<typeof decide>[2],
    );
    if (!made.ok) throw new Error(made.refusal);
    const ids = makeStorage().items.map(({ id }) => id);
    const labels = collectLabels({
      state: foldEvents(made.events) as ProjectState,
      ids,
      rowOf: new Map(ids.map((id, row) => [id, row])),
      given: ids.map((_, row) => (row < 2 ? [BIRD] : null)),
      unread: new Map([
        [1, 'missing'],
        [3, 'missing'],
      ]),
    });
    expect(labels.training.map(({ row }) => row)).toEqual([0]);
    expect([...labels.candidates]).toEqual([2, 4, 5]);
  });

  it('are told of in plain words', () => {
    expect(noteOnUnread(new Map(), 9)).toBeNull();
    expect(
      noteOnUnread(
        new Map([
          [1, 'missing'],
          [2, 'damaged'],
          [3, 'damaged'],
        ]),
        1_200,
      ),
    ).toBe(
      '3 of 1,200 items could not be read, and are neither asked about nor learned from: ' +
        '1 whose file is not on this device, 2 whose file is damaged or of a kind that this browser cannot open.',
    );
  });

  it('have a grey picture in their place', () => {
    expect(imageEncoder.blank?.()).toMatchObject({ width: 48, height: 48 });
  });
});
