/** A network learned from the answers: trained beside labelling, compared, taken, kept, and let go again. */
import { proxy } from 'comlink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HoneEvent } from '../../../src/domain/events.ts';
import type { ImportId, Item, ItemId, ProjectId } from '../../../src/domain/records.ts';
import { spawnLearner } from '../../../src/engine/spawn.ts';
import { createWorkerClient, type WorkerClient } from '../../../src/engine/worker-client.ts';
import { fileHash } from '../../../src/modalities/content-hash.ts';
import { splitTrained } from '../../../src/modalities/trained/facts.ts';
import type { Storage, StoredFile } from '../../../src/storage/api.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { LearnApi, LearnerStatus, Outcome } from '../../../workers/api.ts';
import { act, answerOf, FINE, makeProject, truthOf, ulid } from '../make.ts';

const SIDE = 8;
const PICTURES = 110;
const ANSWERED = 60;

/** Even ones show a lying bar, odd ones one that stands, anywhere. */
async function drawPicture(n: number): Promise<StoredFile> {
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = `rgb(${40 + (n % 7)}, ${40 + (n % 5)}, ${40 + (n % 11)})`;
  context.fillRect(0, 0, SIDE, SIDE);
  context.fillStyle = '#e0e0e0';
  const line = Math.floor(n / 2) % SIDE;
  if (n % 2 === 0) context.fillRect(0, line, SIDE, 1);
  else context.fillRect(line, 0, 1, SIDE);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { hash: await fileHash(blob), blob };
}

let storage: Storage;
let projectId: ProjectId;
let client: WorkerClient<LearnApi>;
let items: readonly Item[];
let seen: LearnerStatus[] = [];
let taken = '';
/** Of Hone's own way, when the network was trained. */
let ownPredictions: readonly number[] = [];

const unwrap = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
};
const last = (): LearnerStatus => seen.at(-1) as LearnerStatus;
const run = async (...commands: Parameters<typeof act>[2][]): Promise<void> => {
  const events: HoneEvent[] = [];
  for (const command of commands) events.push(...(await act(storage, projectId, command)));
  unwrap(await client.call((api) => api.learn(events)));
};
const open = async (): Promise<void> => {
  seen = [];
  client = createWorkerClient<LearnApi>(spawnLearner);
  const listener = proxy((status: LearnerStatus) => void seen.push(status));
  unwrap(await client.call((api) => api.open(projectId, listener)));
};
/** Probability of the first class, item by item. */
async function predictions(): Promise<readonly number[]> {
  const rows = unwrap(await client.call((api) => api.predict(items.map(({ id }) => id))));
  return rows.map(
    ({ proposal }) => proposal.all.find(({ classId }) => classId === FINE)?.probability ?? -1,
  );
}
const expectSame = (found: readonly number[], wanted: readonly number[]): void => {
  expect(found.every((value, i) => Math.abs(value - (wanted[i] as number)) < 1e-5)).toBe(true);
};
async function share(): Promise<number> {
  const asked = items.slice(ANSWERED + 5);
  const rows = unwrap(await client.call((api) => api.predict(asked.map(({ id }) => id))));
  const right = rows.filter(
    ({ proposal }, i) => proposal.classes[0] === truthOf((asked[i] as Item).ordinal),
  );
  return right.length / rows.length;
}

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
  await open();
});
afterAll(() => client.dispose());

describe('a network that learned from the answers', () => {
  it('is refused in words where there are too few', async () => {
    await run(...items.slice(0, 8).map(answerOf));
    const outcome = await client.call((api) => api.trainNetwork());
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    await expect.poll(() => last().network?.kind).toBe('failed');
    if (!outcome.ok) expect(outcome.error.message).toMatch(/at least 60 answers; there are 8/);
  });

  it('can be stopped', async () => {
    await run(...items.slice(8, ANSWERED).map(answerOf));
    const training = client.call((api) => api.trainNetwork());
    await expect.poll(() => last().network?.kind).toBe('training');
    unwrap(await client.call((api) => api.stopNetwork()));
    expect(await training).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(last().network).toBeNull();
  });

  it('is compared with Hone’s own way while answers are learned, and nothing changes by itself', async () => {
    const training = client.call((api) => api.trainNetwork());
    await expect.poll(() => last().network?.kind).toBe('training');
    await run(answerOf(items[ANSWERED] as Item));
    expect(last()).toMatchObject({ trainedOn: ANSWERED + 1, network: { kind: 'training' } });
    ownPredictions = await predictions();
    const offer = unwrap(await training);
    expect(offer).toMatchObject({ answers: ANSWERED, folds: 5, backend: 'wasm' });
    expect(offer.choices.map(({ kind }) => kind)).toEqual(['dense', 'convolution']);
    for (const { folded, wins, losses } of offer.choices) {
      expect(folded.n).toBe(ANSWERED);
      const own = Math.round(offer.own.folded.value * ANSWERED);
      expect(Math.round(folded.value * ANSWERED)).toBe(own + wins - losses);
    }
    expect(last().network).toEqual({ kind: 'offer', offer });
    expect(await predictions()).toEqual(ownPredictions);
  }, 150_000);

  it('reads all items once it is taken, is explained and exported, and says what cannot be measured', async () => {
    taken = unwrap(await client.call((api) => api.keepNetwork('convolution')));
    await run({ type: 'change-settings', patch: { encoder: taken } });
    expect(last()).toMatchObject({ phase: 'ready', message: null, network: null });
    expect(last().trainedOn).toBe(ANSWERED + 1);
    expect(await share()).toBeGreaterThan(0.9);
    const hash = taken.split(':')[1] as Parameters<Storage['files']['get']>[1];
    const file = await storage.files.get(projectId, hash);
    const { facts } = splitTrained((await file?.text()) ?? '');
    expect(facts).toMatchObject({ kind: 'convolution', answers: ANSWERED, backend: 'wasm' });
    expect(facts.learnedFrom).toHaveLength(ANSWERED);
    const itemId = items[80]?.id as ItemId;
    const explained = unwrap(await client.call((api) => api.explain({ itemId })));
    expect(explained.parts).toHaveLength(36);
    const report = unwrap(await client.call((api) => api.evaluate()));
    expect(report.crossValidation).toEqual({ kind: 'learned-reading' });
    expect(report.weighted).toEqual({ kind: 'learned-reading' });
  });

  it('is there again after a restart, and an answer taken back leaves it as it is', async () => {
    const before = await predictions();
    expect(Math.min(...before)).toBeGreaterThanOrEqual(0);
    expect(before.some((value, i) => Math.abs(value - (ownPredictions[i] ?? 0)) > 1e-4)).toBe(true);
    unwrap(await client.call((api) => api.settle()));
    await client.call((api) => api.close());
    client.dispose();
    await open();
    expect(last()).toMatchObject({ phase: 'ready', message: null, network: null });
    expectSame(await predictions(), before);
    await run(answerOf(items[70] as Item));
    await run({ type: 'undo' });
    expect(last().trainedOn).toBe(ANSWERED + 1);
    expectSame(await predictions(), before);
  });

  it('is let go again: Hone’s own numbers are back', async () => {
    await run({ type: 'change-settings', patch: { encoder: '' } });
    expect(last()).toMatchObject({ phase: 'ready', message: null, trainedOn: ANSWERED + 1 });
    expectSame(await predictions(), ownPredictions);
  });

  it('that is not on this device is named, and Hone reads its own way', async () => {
    await run({ type: 'change-settings', patch: { encoder: `trained:${'0'.repeat(64)}` } });
    await expect.poll(() => last().phase).toBe('ready');
    expect(last().message).toMatch(/learned from your answers cannot be used.*not on this device/);
    expectSame(await predictions(), ownPredictions);
  });

  it('is trained again beside itself, in plain JavaScript too, where convolutions take too long', async () => {
    await run({ type: 'change-settings', patch: { encoder: taken } });
    unwrap(await client.call((api) => api.setBackend('cpu')));
    const offer = unwrap(await client.call((api) => api.trainNetwork()));
    expect(offer).toMatchObject({ backend: 'cpu', answers: ANSWERED + 1 });
    expect(offer.own.folded.value).toBeGreaterThan(0.8);
    expect(offer.choices.map(({ kind }) => kind)).toEqual(['dense']);
    unwrap(await client.call((api) => api.stopNetwork()));
    expect(last().network).toBeNull();
    const outcome = await client.call((api) => api.keepNetwork('dense'));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    unwrap(await client.call((api) => api.setBackend('auto')));
  }, 150_000);
});
