import { proxy } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckpointId, Item, ProjectId } from '../../../src/domain/records.ts';
import { spawnLearner } from '../../../src/engine/spawn.ts';
import { createWorkerClient, type WorkerClient } from '../../../src/engine/worker-client.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { LearnApi, LearnerStatus, Outcome, Proposal } from '../../../workers/api.ts';
import {
  act,
  answerOf,
  auditOf,
  FINE,
  makeItems,
  makeProject,
  RUDE,
  truthOf,
  ulid,
} from '../make.ts';

const clients: WorkerClient<LearnApi>[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose();
});

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

interface Bench {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly items: readonly Item[];
}

async function setUp(size = 300, given?: (n: number) => (typeof FINE)[] | null): Promise<Bench> {
  const storage = await openStorage();
  const projectId = await makeProject(storage);
  const items = makeItems(projectId, size, given);
  await storage.items.add(items);
  return { storage, projectId, items };
}

async function start(projectId: ProjectId) {
  const client = createWorkerClient<LearnApi>(spawnLearner);
  clients.push(client);
  const seen: LearnerStatus[] = [];
  const opened = await client.call((api) =>
    api.open(
      projectId,
      proxy((status) => void seen.push(status)),
    ),
  );
  value(opened);
  await expect.poll(() => seen.at(-1)?.phase).toBe('ready');
  return { client, latest: () => seen.at(-1) as LearnerStatus };
}

async function teach(
  { storage, projectId }: Bench,
  client: WorkerClient<LearnApi>,
  items: readonly Item[],
) {
  for (const item of items) {
    const events = await act(storage, projectId, answerOf(item));
    value(await client.call((api) => api.learn(events)));
  }
}

async function view(
  client: WorkerClient<LearnApi>,
  items: readonly Item[],
): Promise<readonly Proposal[]> {
  const rows = value(await client.call((api) => api.predict(items.map(({ id }) => id))));
  return rows.map(({ proposal }) => proposal);
}

const right = (proposals: readonly Proposal[], items: readonly Item[]): number =>
  proposals.filter(({ classes }, i) => classes[0] === truthOf(items[i]?.ordinal ?? 0)).length /
  items.length;

function expectSame(a: readonly Proposal[], b: readonly Proposal[], digits = 4): void {
  a.forEach((proposal, i) => {
    const byClass = new Map(b[i]?.all.map(({ classId, probability }) => [classId, probability]));
    for (const { classId, probability } of proposal.all)
      expect(byClass.get(classId)).toBeCloseTo(probability, digits);
  });
}

describe('the learner', () => {
  it('gets better, unlearns what is undone, and is the same after a crash and from scratch', async () => {
    const bench = await setUp();
    const { client, latest } = await start(bench.projectId);
    expect(latest().queue[0]?.why.kind).toBe('spread');
    await teach(bench, client, bench.items.slice(0, 20));
    const rest = bench.items.slice(100);
    const taught = await view(client, rest);
    expect(right(taught, rest)).toBeGreaterThan(0.7);
    const wrong = {
      ...answerOf(bench.items[20] as Item),
      classes: [FINE, RUDE].filter((c) => c !== truthOf(20)),
    };
    value(
      await client.call(async (api) =>
        api.learn(await act(bench.storage, bench.projectId, wrong as never)),
      ),
    );
    expect(latest().change?.events).toHaveLength(1);
    const undo = await act(bench.storage, bench.projectId, { type: 'undo' });
    value(await client.call((api) => api.learn(undo)));
    expectSame(await view(client, rest), taught);
    client.dispose(); // As a crash: nothing is said to the worker.
    const second = await start(bench.projectId);
    expectSame(await view(second.client, rest), taught);
    second.client.dispose();
    await bench.storage.caches.clear(bench.projectId);
    const fresh = await start(bench.projectId);
    expectSame(await view(fresh.client, rest), taught);
    expect(fresh.latest().trainedOn).toBe(20);
  });

  it('learns given labels at once, and a person overrides them', async () => {
    const bench = await setUp(200, (n) => (n < 120 ? [truthOf(n)] : null));
    const { client, latest } = await start(bench.projectId);
    expect(latest().trainedOn).toBe(120);
    const rest = bench.items.slice(120);
    expect(right(await view(client, rest), rest)).toBeGreaterThan(0.95);
    expect(latest().poolSize).toBe(80);
    await teach(bench, client, bench.items.slice(0, 1));
    expect(latest().trainedOn).toBe(120);
  });

  it('keeps checkpoints, compares them, and rolls back without losing an answer', async () => {
    const bench = await setUp();
    const { client, latest } = await start(bench.projectId);
    await teach(bench, client, bench.items.slice(0, 6));
    const first = ulid() as CheckpointId;
    const saved = value(await client.call((api) => api.saveCheckpoint(first, 'six', 'asked')));
    expect(saved).toMatchObject({ labels: 6, name: 'six', parent: null });
    const then = await view(client, bench.items);
    await teach(bench, client, bench.items.slice(6, 14));
    const second = ulid() as CheckpointId;
    expect(
      value(await client.call((api) => api.saveCheckpoint(second, 'more', 'asked'))).parent,
    ).toBe(first);
    const compared = value(await client.call((api) => api.compare(first, second)));
    expect(compared.pool).toBe(300);
    const back = await act(bench.storage, bench.projectId, {
      type: 'roll-back',
      checkpointId: first,
      upTo: saved.learnedUpTo,
    });
    value(await client.call((api) => api.learn(back)));
    expect(latest().trainedOn).toBe(6);
    expectSame(await view(client, bench.items), then);
    const undo = await act(bench.storage, bench.projectId, { type: 'undo' });
    value(await client.call((api) => api.learn(undo)));
    expect(latest().trainedOn).toBe(14);
  });

  it('never learns from audit answers, and measures on them', async () => {
    const bench = await setUp();
    const { client, latest } = await start(bench.projectId);
    await teach(bench, client, bench.items.slice(0, 12));
    for (const item of bench.items.slice(50, 56)) {
      const events = await act(bench.storage, bench.projectId, auditOf(item));
      value(await client.call((api) => api.learn(events)));
    }
    expect(latest().trainedOn).toBe(12);
    expect(latest().curve.at(-1)).toMatchObject({ n: 6, labels: 12 });
  });

  it('sees added classes and added items', async () => {
    const bench = await setUp(100);
    const { client, latest } = await start(bench.projectId);
    await teach(bench, client, bench.items.slice(0, 6));
    const retire = await act(bench.storage, bench.projectId, {
      type: 'retire-class',
      classId: RUDE,
    });
    value(await client.call((api) => api.learn(retire)));
    expect(latest().trainedOn).toBe(3);
    const more = makeItems(bench.projectId, 130).slice(100);
    await bench.storage.items.add(more);
    value(await client.call((api) => api.refresh()));
    expect(latest().poolSize).toBe(124);
    expect(value(await client.call((api) => api.predict([more[0]?.id as never])))).toHaveLength(1);
  });
});

describe('a worker that dies', () => {
  it('is noticed, and nobody waits for ever', async () => {
    let inner: Worker | null = null;
    const client = createWorkerClient<LearnApi>(() => {
      inner = spawnLearner();
      return inner;
    });
    clients.push(client);
    let reason = '';
    client.onDeath((why) => {
      reason = why;
    });
    await client.call((api) => api.settle());
    const pending = client.call((api) => api.measureBackends());
    (inner as unknown as Worker).terminate();
    await expect(pending).rejects.toThrow(/stopped unexpectedly/);
    expect(reason).toMatch(/stopped unexpectedly/);
  });
});
