/** A network that a person brought reads the pictures: stored, used, explained, and let go again. */
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { proxy } from 'comlink';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportId, Item, ItemId, ProjectId } from '../../../src/domain/records.ts';
import { spawnLearner } from '../../../src/engine/spawn.ts';
import { createWorkerClient, type WorkerClient } from '../../../src/engine/worker-client.ts';
import { fileHash } from '../../../src/modalities/content-hash.ts';
import { packModel, type WeightSpec } from '../../../src/modalities/image/pretrained/model-file.ts';
import type { Storage, StoredFile } from '../../../src/storage/api.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { LearnApi, LearnerStatus, Outcome } from '../../../workers/api.ts';
import { openTfEngine } from '../../../workers/learn/engine/tf-engine.ts';
import { act, FINE, makeProject, RUDE } from '../make.ts';

const SIDE = 32;
const PICTURES = 24;

/** Even ones have a red square at the left, odd ones a blue one at the right. */
async function drawPicture(n: number): Promise<StoredFile> {
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = `rgb(${120 + (n % 7)}, ${120 + (n % 5)}, 120)`;
  context.fillRect(0, 0, SIDE, SIDE);
  context.fillStyle = n % 2 === 0 ? '#d02020' : '#2020d0';
  context.fillRect(n % 2 === 0 ? 2 : 20, 4 + (n % 9), 10, 10);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { hash: await fileHash(blob), blob };
}

/** A convolution, averaged over the picture, and a classifier of 5 that nobody asked for. */
async function makeNetwork(): Promise<StoredFile> {
  await openTfEngine('cpu');
  const seed = 5;
  const model = sequential({
    layers: [
      layers.conv2d({
        inputShape: [SIDE, SIDE, 3],
        filters: 8,
        kernelSize: 3,
        activation: 'relu',
        kernelInitializer: { className: 'GlorotUniform', config: { seed } } as never,
      }),
      layers.globalAveragePooling2d({}),
      layers.dense({ units: 5, activation: 'softmax' }),
    ],
  });
  let file: StoredFile | null = null;
  await model.save(
    tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData }) => {
      const bytes = packModel({
        header: {
          name: 'tiny',
          kind: 'layers',
          topology: modelTopology,
          weightSpecs: (weightSpecs ?? []) as unknown as WeightSpec[],
          scale: '0..1',
          licence: 'none, made here',
        },
        weights: new Uint8Array(weightData as ArrayBuffer),
      });
      const blob = new Blob([bytes]);
      file = { hash: await fileHash(blob), blob };
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    }),
  );
  model.dispose();
  return file as unknown as StoredFile;
}

let storage: Storage;
let projectId: ProjectId;
let client: WorkerClient<LearnApi>;
let items: readonly Item[];
const seen: LearnerStatus[] = [];

const unwrap = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};
const run = async (command: Parameters<typeof act>[2]): Promise<void> => {
  const events = await act(storage, projectId, command);
  unwrap(await client.call((api) => api.learn(events)));
};

beforeAll(async () => {
  storage = await openStorage();
  projectId = await makeProject(storage, 'single', 'image');
  const files = await Promise.all(Array.from({ length: PICTURES }, (_, n) => drawPicture(n)));
  items = files.map(({ hash }, ordinal) => ({
    id: ulid() as ItemId,
    projectId,
    ordinal,
    hash,
    externalId: null,
    content: { kind: 'image', blob: hash, name: `${ordinal}.png`, width: SIDE, height: SIDE },
    fields: {},
    given: null,
    oracle: null,
    importId: 'pictures' as ImportId,
  }));
  await storage.items.add(items, files);
  client = createWorkerClient<LearnApi>(spawnLearner);
  const listener = proxy((status: LearnerStatus) => void seen.push(status));
  unwrap(await client.call((api) => api.open(projectId, listener)));
});
afterAll(() => client.dispose());

const answerOf = (item: Item): Parameters<typeof act>[2] => ({
  type: 'answer-item',
  itemId: item.id,
  classes: [item.ordinal % 2 === 0 ? FINE : RUDE],
  durationMs: 900,
  question: null,
  proposal: null,
});

async function share(): Promise<number> {
  const ids = items.map(({ id }) => id);
  const rows = unwrap(await client.call((api) => api.predict(ids)));
  const right = rows.filter(
    ({ proposal }, i) => proposal.classes[0] === (i % 2 === 0 ? FINE : RUDE),
  );
  return right.length / rows.length;
}

describe('a network that a person brought', () => {
  it('takes over without touching a label, is explained, and is let go again', async () => {
    for (const item of items.slice(0, 10)) await run(answerOf(item));
    const trainedOn = seen.at(-1)?.trainedOn;
    expect(trainedOn).toBe(10);
    const network = await makeNetwork();
    await storage.files.add([network], { projectId, importId: 'settings' as ImportId });
    await run({ type: 'change-settings', patch: { encoder: `network:${network.hash}` } });
    await expect.poll(() => seen.at(-1)?.phase).toBe('ready');
    expect(seen.at(-1)).toMatchObject({ trainedOn: 10, message: null });
    expect(await share()).toBeGreaterThan(0.9);
    const itemId = items[12]?.id as ItemId;
    const explained = unwrap(await client.call((api) => api.explain({ itemId })));
    expect(explained.parts).toHaveLength(36);
    const sum = (c: number): number =>
      explained.parts.reduce(
        (total, { named, latent }) => total + (named[c] ?? 0) + (latent[c] ?? 0),
        (explained.intercept[c] ?? 0) + (explained.remainder[c] ?? 0),
      );
    const gap = sum(0) - sum(1);
    const first = explained.proposal.all.find(({ classId }) => classId === explained.classIds[0]);
    expect(1 / (1 + Math.exp(-gap))).toBeCloseTo(first?.probability ?? Number.NaN, 3);
    const query = { itemId, target: null, count: 2 };
    const report = unwrap(await client.call((api) => api.counterfactuals(query)));
    for (const { before, after } of report.found) expect(after.classes).not.toEqual(before.classes);
    await run({ type: 'change-settings', patch: { encoder: '' } });
    expect(seen.at(-1)).toMatchObject({ phase: 'ready', trainedOn: 10 });
    expect(await share()).toBeGreaterThan(0.9);
  });

  it('that cannot be used is named, and Hone reads the pictures itself', async () => {
    await run({ type: 'change-settings', patch: { encoder: `network:${'0'.repeat(64)}` } });
    await expect.poll(() => seen.at(-1)?.phase).toBe('ready');
    expect(seen.at(-1)?.message).toMatch(/cannot be used.*not on this device/);
    expect(await share()).toBeGreaterThan(0.9);
  });
});
