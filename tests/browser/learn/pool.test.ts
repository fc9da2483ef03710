/** A project of which only a sample fits, on real storage: opened, scored behind, labelled, exported. */
import { afterEach, expect, it } from 'vitest';
import type { ProjectId } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { LearnerStatus } from '../../../workers/api.ts';
import { exportPredictions } from '../../../workers/import/export-predictions.ts';
import { LearnSession } from '../../../workers/learn/session/learn-session.ts';
import { storeLive } from '../../../workers/learn/session/live-model.ts';
import { createPoolScorer } from '../../../workers/learn/session/pool/pool-scorer.ts';
import { readBlock } from '../../../workers/learn/session/pool/score-blocks.ts';
import { predictItems } from '../../../workers/learn/session/predict-items.ts';
import { act, answerOf, freshName, makeItems, makeProject, type TextItem } from '../make.ts';

const LIMITS = { all: 200, drawn: 80 };
const SIZE = 600;

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function openSession(storage: Storage, projectId: ProjectId) {
  const seen: LearnerStatus[] = [];
  const publish = (status: LearnerStatus): void => void seen.push(status);
  const session = await LearnSession.open({ storage, projectId, publish, limits: LIMITS });
  open.push(session);
  return { session, latest: () => seen.at(-1) as LearnerStatus };
}

async function setUp() {
  const storage = await openStorage({ name: freshName() });
  open.push(storage);
  const projectId = await makeProject(storage);
  const items = makeItems(projectId, SIZE);
  await storage.items.add(items);
  return { storage, projectId, items };
}

it('looks at a sample, learns answers from anywhere, scores all, and asks about what it doubts', async () => {
  const { storage, projectId, items } = await setUp();
  const { session, latest } = await openSession(storage, projectId);
  expect(latest()).toMatchObject({
    phase: 'ready',
    poolSize: SIZE,
    scoring: { rows: 80, total: SIZE, scored: 0 },
  });
  const scorer = createPoolScorer(storage, session);
  expect(await scorer.step()).toBe(false); // Nothing is learned yet: there is nothing to score by.

  const outside = items.filter(({ id }) => !session.rowOf.has(id));
  expect(outside).toHaveLength(SIZE - 80);
  for (const item of outside.slice(0, 12))
    await session.learn(await act(storage, projectId, answerOf(item)));
  expect(latest()).toMatchObject({ trainedOn: 12, poolSize: SIZE - 12, scoring: { rows: 92 } });
  await storeLive(storage, session);
  await expect(exportPredictions(storage, projectId, 'jsonl')).rejects.toThrow(/so far/);

  const before = await probabilities(storage, session, items);
  while (await scorer.step());
  const block = await readBlock(storage, projectId, {
    place: 0,
    classIds: session.labels.classIds,
  });
  expect(block?.probabilities).toHaveLength(SIZE * 2);
  const gaps = before.map((p, n) => Math.abs(p - (block?.probabilities[n * 2] as number)));
  expect(Math.max(...gaps)).toBeLessThan(1e-6);
  expect(latest().scoring).toEqual({ rows: session.encoded.ids.length, total: SIZE, scored: SIZE });
  // All that was outside is few enough to be doubted: everything is a row now, and the model is the same.
  expect(session.encoded.ids).toHaveLength(SIZE);
  expect(gapTo(before, await probabilities(storage, session, items))).toBeLessThan(1e-6);
  expect(latest().change?.events).toHaveLength(1);
  expect(await scorer.step()).toBe(false);

  await storeLive(storage, session);
  const lines = await (await exportPredictions(storage, projectId, 'jsonl')).text();
  const ids = lines
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id);
  expect(ids).toEqual(
    items.filter(({ id }) => session.state.labels.get(id) === undefined).map(({ id }) => id),
  );
});

it('opened again it holds what was answered, and says the same', async () => {
  const { storage, projectId, items } = await setUp();
  const { session } = await openSession(storage, projectId);
  for (const item of items.slice(0, 10))
    await session.learn(await act(storage, projectId, answerOf(item)));
  const before = await probabilities(storage, session, items);
  const again = await openSession(storage, projectId);
  expect(items.slice(0, 10).every(({ id }) => again.session.rowOf.has(id))).toBe(true);
  expect(again.latest()).toMatchObject({ trainedOn: 10, poolSize: SIZE - 10 });
  expect(gapTo(before, await probabilities(storage, again.session, items))).toBeLessThan(1e-6);
});

it('a pass that was cut off goes on at the next opening, and one that is done is not done again', async () => {
  const { storage, projectId, items } = await setUp();
  const mark = { key: '', answers: 0, place: 0 };
  const { session } = await openSession(storage, projectId);
  for (const item of items.slice(0, 10))
    await session.learn(await act(storage, projectId, answerOf(item)));
  const scorer = createPoolScorer(storage, session);
  while (await scorer.step());
  const done = await storage.caches.get<typeof mark>(projectId, 'scores');
  expect(done).toMatchObject({ answers: 10, place: null });
  expect(await createPoolScorer(storage, session).step()).toBe(false);
  await storage.caches.set(projectId, 'scores', { ...done, place: 512 });
  const resumed = createPoolScorer(storage, session);
  expect(await resumed.step()).toBe(false); // The last 88 items are one step.
  expect(await storage.caches.get(projectId, 'scores')).toEqual(done);
  await storage.caches.set(projectId, 'scores', { ...done, key: 'of other classes' });
  expect(await createPoolScorer(storage, session).step()).toBe(true);
});

async function probabilities(
  storage: Storage,
  session: LearnSession,
  items: readonly TextItem[],
): Promise<readonly number[]> {
  const ids = items.map(({ id }) => id);
  const rows = await predictItems(storage, session, ids);
  expect(rows.map(({ itemId }) => itemId)).toEqual(ids);
  const first = session.labels.classIds[0];
  return rows.map(
    ({ proposal }) =>
      proposal.all.find(({ classId }) => classId === first)?.probability ?? Number.NaN,
  );
}

const gapTo = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? Number.NaN))));
