/** A picture is gone and another is of a kind no browser opens: the project opens all the same. */
import { proxy } from 'comlink';
import { afterEach, expect, it } from 'vitest';
import type { HoneEvent } from '../../../src/domain/events.ts';
import type { BlobHash, Item } from '../../../src/domain/records.ts';
import { spawnLearner } from '../../../src/engine/spawn.ts';
import { createWorkerClient, type WorkerClient } from '../../../src/engine/worker-client.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { LearnApi, LearnerStatus } from '../../../workers/api.ts';
import { exportPredictions } from '../../../workers/import/export-predictions.ts';
import { pngOf } from '../image/make.ts';
import { act, answerOf, makeItems, makeProject } from '../make.ts';

let client: WorkerClient<LearnApi> | null = null;
afterEach(() => client?.dispose());

it('asks about the others, learns, and says how many are left out', async () => {
  const storage = await openStorage();
  const projectId = await makeProject(storage, 'single', 'image');
  const items: Item[] = makeItems(projectId, 8).map((item, n) => ({
    ...item,
    content: {
      kind: 'image',
      blob: `${n}`.padStart(64, '0') as BlobHash,
      name: `${n}.png`,
      width: 12,
      height: 8,
    },
  }));
  const blobOf = async (n: number) =>
    new Blob([n === 5 ? 'no picture' : ((await pngOf(n % 2 === 0 ? 'red' : 'blue')) as BlobPart)]);
  const files = await Promise.all(
    items.map(async (_, n) => ({
      hash: `${n}`.padStart(64, '0') as BlobHash,
      blob: await blobOf(n),
    })),
  );
  await storage.items.add(
    items,
    files.filter((_, n) => n !== 2),
  );
  const seen: LearnerStatus[] = [];
  client = createWorkerClient<LearnApi>(spawnLearner);
  const listener = proxy((status: LearnerStatus) => void seen.push(status));
  expect(await client.call((api) => api.open(projectId, listener))).toMatchObject({ ok: true });
  await expect.poll(() => seen.at(-1)?.phase).toBe('ready');
  expect(seen.at(-1)?.message).toContain('2 of 8 items could not be read');
  expect(seen.at(-1)?.poolSize).toBe(6);
  const asked = seen.at(-1)?.queue.map(({ itemId }) => items.findIndex(({ id }) => id === itemId));
  expect(asked?.sort()).toEqual([0, 1, 3, 4, 6, 7]);

  const events: HoneEvent[] = [];
  for (const n of [0, 1, 2])
    events.push(...(await act(storage, projectId, answerOf(items[n] as Item))));
  const learned = await client.call((api) => api.learn(events));
  expect(learned.ok && learned.value.trainedOn).toBe(2);

  const all = items.map(({ id }) => id);
  const predicted = await client.call((api) => api.predict(all));
  expect(predicted.ok && predicted.value.map(({ itemId }) => all.indexOf(itemId))).toEqual([
    0, 1, 3, 4, 6, 7,
  ]);
  await expect.poll(() => storage.caches.get(projectId, 'live'), { timeout: 20_000 }).toBeDefined();
  const lines = (await (await exportPredictions(storage, projectId, 'jsonl')).text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(
    lines.map(({ file, not_read, probability }) => [file, not_read, probability !== null]),
  ).toEqual([
    ['3.png', null, true],
    ['4.png', null, true],
    ['5.png', expect.stringContaining('damaged'), false],
    ['6.png', null, true],
    ['7.png', null, true],
  ]);
  const table = await (await exportPredictions(storage, projectId, 'csv')).text();
  expect(table.split('\n')[0]).toMatch(/,not_read\r?$/);
  expect(table.split('\n')[3]).toMatch(/5\.png,,,,,its file is damaged/);
});
