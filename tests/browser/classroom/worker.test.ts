/** The classroom's worker as its room calls it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectId } from '../../../src/domain/records.ts';
import { type ClassroomClient, createClassroom } from '../../../src/engine/classroom.ts';
import { spawnClassroom } from '../../../src/engine/spawn.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { RaceFrame, RaceMessage, RaceRequest, RaceStage } from '../../../workers/api.ts';
import { toyData } from '../../../workers/classroom/data/plane-data.ts';
import { runRace } from '../../../workers/classroom/race.ts';
import { act, answerOf, makeItems, makeProject } from '../make.ts';

const TOY = {
  kind: 'toy',
  id: 'moons',
  count: 80,
  noise: 0.3,
  balance: 1,
  model: 'curved',
} as const;

const REQUEST: RaceRequest = {
  source: TOY,
  lanes: [
    { strategy: 'random', start: 'random' },
    { strategy: 'margin', start: 'spread' },
  ],
  seed: 3,
  seeds: 1,
  startCount: 4,
  labels: 10,
  wrong: 0.1,
};

const open: ClassroomClient[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.dispose();
});

function classroom(): ClassroomClient {
  const client = createClassroom(spawnClassroom);
  open.push(client);
  return client;
}

async function race(client: ClassroomClient, request: RaceRequest, signal?: AbortSignal) {
  const messages: RaceMessage[] = [];
  const outcome = await client.race(request, (batch) => void messages.push(...batch), signal);
  return { outcome, messages };
}

const stageOf = (messages: readonly RaceMessage[]): RaceStage | undefined =>
  messages.find((message) => message.kind === 'stage');
const framesOf = (messages: readonly RaceMessage[]): readonly RaceFrame[] =>
  messages.filter((message) => message.kind === 'frame');

describe('a race in the worker', () => {
  it('streams what the same code computes anywhere', async () => {
    const { outcome, messages } = await race(classroom(), REQUEST);
    expect(outcome).toEqual({ ok: true, value: null });
    const here: RaceMessage[] = [];
    await runRace(REQUEST, {
      dataOf: toyData(TOY),
      emit: (message) => void here.push(message),
      breathe: async () => undefined,
    });
    expect(messages).toEqual(here);
  });

  it('ends when a newer one begins, and when it is called off, but not by the end of an older', async () => {
    const client = classroom();
    const long = { ...REQUEST, seeds: 20, labels: 80 };
    const [early, late] = [new AbortController(), new AbortController()];
    const first = race(client, long, early.signal);
    const messages: RaceMessage[] = [];
    const second = client.race(long, (batch) => void messages.push(...batch), late.signal);
    early.abort();
    expect((await first).outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    await expect.poll(() => framesOf(messages).length, { timeout: 30_000 }).toBeGreaterThan(4);
    late.abort();
    expect(await second).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(framesOf(messages).length).toBeLessThan(20 * 80 * 2);
  });

  it('refuses in words what it cannot run', async () => {
    const source = { kind: 'sample', id: 'nothing' } as const;
    const { outcome } = await race(classroom(), { ...REQUEST, source });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    if (!outcome.ok) expect(outcome.error.message).toMatch(/no sample nothing; there are: mod/);
  });

  it.each([
    ['moderation', 800, 400],
    ['leaves', 200, 100],
  ])(
    'reads the sample %s as a project of it is read',
    async (id, pool, test) => {
      const source = { kind: 'sample', id } as const;
      const request = { ...REQUEST, source, labels: 6 };
      const { outcome, messages } = await race(classroom(), request);
      expect(outcome.ok).toBe(true);
      expect(messages.some((message) => message.kind === 'reading')).toBe(true);
      expect(stageOf(messages)).toMatchObject({ pool, test, points: null });
      expect(framesOf(messages)).toHaveLength(12);
    },
    120_000,
  );

  it('draws a model that was taught by hand, and says what it would ask', async () => {
    const points = {
      places: Float32Array.of(-0.8, 0, -0.6, 0, 0.6, 0, 0.8, 0, 0.05, 0),
      truth: Uint8Array.of(0, 0, 1, 1, 1),
      classes: 2,
    };
    const answers = [
      { row: 0, said: 0 },
      { row: 3, said: 1 },
    ];
    const request = { points, model: 'straight', answers, strategy: 'margin', seed: 1 } as const;
    const outcome = await classroom().picture(request);
    expect(outcome).toMatchObject({ ok: true, value: { asks: 4, of: 3 } });
    if (!outcome.ok) return;
    const { values, size, classes } = outcome.value.raster;
    const middle = (size / 2) * size * classes;
    expect(values[middle]).toBeGreaterThan(values[middle + 1] as number);
    const right = middle + (size - 1) * classes;
    expect(values[right]).toBeLessThan(values[right + 1] as number);
  });
});

describe("a race on a person's own project", () => {
  async function answered(count: number): Promise<ProjectId> {
    const storage = await openStorage();
    const projectId = await makeProject(storage);
    const items = await storage.items.add(makeItems(projectId, count + 20));
    for (const item of items.slice(0, count)) await act(storage, projectId, answerOf(item));
    storage.close();
    return projectId;
  }

  it('needs sixty answers, and says so', async () => {
    const id = await answered(20);
    const { outcome } = await race(classroom(), { ...REQUEST, source: { kind: 'project', id } });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-input' } });
    if (!outcome.ok) expect(outcome.error.message).toMatch(/at least 60.*has 20\./);
  });

  it('takes the answered items for pool and test, and leaves no trace', async () => {
    const id = await answered(90);
    const storage = await openStorage();
    const before = await storage.events.of(id);
    const { outcome, messages } = await race(classroom(), {
      ...REQUEST,
      source: { kind: 'project', id },
      wrong: 0,
      labels: 25,
    });
    expect(outcome.ok).toBe(true);
    expect(stageOf(messages)).toMatchObject({ pool: 60, test: 30, classNames: ['fine', 'rude'] });
    // The two classes have no word in common: 25 answers are plenty.
    expect(framesOf(messages).at(-1)?.right).toBeGreaterThan(0.8);
    expect(await storage.events.of(id)).toEqual(before);
    for (const key of ['encoding', 'live', 'status'])
      expect(await storage.caches.get(id, key)).toBeUndefined();
    storage.close();
  });
});
