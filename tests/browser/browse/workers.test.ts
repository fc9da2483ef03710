/** The browse worker and the map worker on real IndexedDB, with the learner beside them. */
import { proxy } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../src/domain/browse/filter.ts';
import type { Item, ProjectId } from '../../../src/domain/records.ts';
import { openBrowse, openMapMaker } from '../../../src/engine/browse.ts';
import { spawnLearner } from '../../../src/engine/spawn.ts';
import { createWorkerClient } from '../../../src/engine/worker-client.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { openStorage } from '../../../src/storage/index.ts';
import type { BrowseIndex, LearnApi, Outcome } from '../../../workers/api.ts';
import { act, answerOf, auditOf, FINE, makeItems, makeProject, RUDE } from '../make.ts';

const open: { dispose(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

function held<T extends { dispose(): void }>(one: T): T {
  open.push(one);
  return one;
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

function idsOf({ rows, idBytes, idOffsets }: BrowseIndex): string[] {
  const text = new TextDecoder().decode(idBytes);
  return Array.from({ length: rows }, (_, row) => text.slice(idOffsets[row], idOffsets[row + 1]));
}

interface Bench {
  readonly storage: Storage;
  readonly projectId: ProjectId;
  readonly items: readonly Item[];
}

async function setUp(size: number): Promise<Bench> {
  const storage = await openStorage();
  const projectId = await makeProject(storage);
  const items = makeItems(projectId, size, (n) => (n === 1 ? [RUDE] : null));
  await storage.items.add(items);
  return { storage, projectId, items };
}

/** For a status that nobody reads. */
const quiet = () => proxy(() => undefined);

const ask = { filter: EVERYTHING, events: 0, scores: null } as const;

describe('the browse worker', () => {
  it('reads all items, in order, and those that come later', async () => {
    const { storage, projectId, items } = await setUp(1_500);
    const browse = held(openBrowse());
    const told: number[] = [];
    const first = value(await browse.open(projectId, (read) => void told.push(read)));
    expect(idsOf(first)).toEqual(items.map(({ id }) => id));
    expect(told.at(-1)).toBe(1_500);
    const more = makeItems(projectId, 700).map((item) => ({ ...item, hash: `more-${item.hash}` }));
    await storage.items.add(more);
    const second = value(await browse.open(projectId, () => undefined));
    expect(idsOf(second).slice(1_500)).toEqual(more.map(({ id }) => id));
    expect(value(await browse.ask(ask)).total).toBe(2_200);
  });

  it('reads every item once where it is opened twice at a time', async () => {
    const { projectId, items } = await setUp(2_300);
    const browse = held(openBrowse());
    const opened = [0, 1].map(() => browse.open(projectId, () => undefined));
    const early = browse.ask(ask);
    for (const index of await Promise.all(opened))
      expect(idsOf(value(index))).toEqual(items.map(({ id }) => id));
    expect(value(await early).rows).toHaveLength(2_300);
  });

  it('does not put back what was written down over what a newer question brought', async () => {
    const { projectId, storage, items } = await setUp(30);
    await act(storage, projectId, answerOf(items[2] as Item));
    const browse = held(openBrowse());
    value(await browse.open(projectId, () => undefined));
    const scores = {
      classIds: [FINE, RUDE],
      rows: 30,
      words: 1,
      predicted: new Uint32Array(30).fill(2),
      probability: new Float32Array(30).fill(0.9),
      margin: new Float32Array(30).fill(0.8),
      ofLabel: new Float32Array(30).fill(Number.NaN),
      trainedOn: 1,
      learnedUpTo: null,
    };
    await Promise.all([browse.ask({ ...ask, scores: 'stored' }), browse.ask({ ...ask, scores })]);
    const answer = value(await browse.ask({ ...ask, scores: 'same' }));
    expect(answer.predictedOf?.every((one) => one === 1)).toBe(true);
  });

  it('knows labels, audits and flags as soon as the page does', async () => {
    const { projectId, storage, items } = await setUp(40);
    const browse = held(openBrowse());
    value(await browse.open(projectId, () => undefined));
    const [, , third, fourth, fifth] = items as [Item, Item, Item, Item, Item];
    await act(storage, projectId, answerOf(third));
    await act(storage, projectId, auditOf(fourth));
    await act(storage, projectId, { type: 'flag-item', itemId: fifth.id, note: 'odd' });
    const events = (await storage.events.of(projectId)).length;
    const rowsOf = async (patch: Partial<typeof EVERYTHING>): Promise<number[]> => {
      const filter = { ...EVERYTHING, ...patch };
      return [...value(await browse.ask({ filter, events, scores: 'same' })).rows];
    };
    expect(await rowsOf({ decision: 'answered' })).toEqual([2, 3]);
    expect(await rowsOf({ isAudit: true })).toEqual([3]);
    expect(await rowsOf({ isFlagged: true })).toEqual([4]);
    expect(await rowsOf({ label: RUDE })).toEqual([1, 3]);
    expect(await rowsOf({ label: FINE })).toEqual([2]);
  });

  it('searches words, says how many it searched, and answers the newest question', async () => {
    const { projectId, items } = await setUp(3_000);
    const browse = held(openBrowse());
    value(await browse.open(projectId, () => undefined));
    const search = (text: string) => browse.ask({ ...ask, filter: { ...EVERYTHING, text } });
    const [, newer] = await Promise.all([search('CLOWN'), search('lost get')]);
    const wanted = items.filter(
      ({ content }) => content.kind === 'text' && /get lost/.test(content.text),
    );
    expect(value(newer).rows).toHaveLength(wanted.length);
    expect(value(newer).searched).toBe(3_000);
  });
});

describe('the learner and the maps', () => {
  it('answers for all items in columns, and lays alike next to alike', async () => {
    const { storage, projectId, items } = await setUp(300);
    for (const item of items.slice(2, 12)) await act(storage, projectId, answerOf(item));
    const learner = held(createWorkerClient<LearnApi>(spawnLearner));
    value(await learner.call((api) => api.open(projectId, quiet())));
    const scores = value(await learner.call((api) => api.browseScores()));
    if (!scores) throw new Error('nothing was learned');
    expect(scores).toMatchObject({ rows: 300, words: 1, trainedOn: 11, classIds: [FINE, RUDE] });
    const browse = held(openBrowse());
    value(await browse.open(projectId, () => undefined));
    const events = (await storage.events.of(projectId)).length;
    const filter = { ...EVERYTHING, sort: 'margin', predicted: RUDE } as const;
    const answer = value(await browse.ask({ filter, events, scores }));
    const { margin, predictedOf } = answer;
    if (!margin || !predictedOf) throw new Error('no answers of the model');
    const own = [...answer.rows].map((row) => margin[row] ?? Number.NaN);
    expect(own.length).toBeGreaterThan(0);
    expect(own).toEqual([...own].sort((a, b) => a - b));
    const rude = predictedOf.reduce((sum, one) => sum + (one === 1 ? 1 : 0), 0);
    expect(rude).toBe(own.length);

    const vectors = value(await learner.call((api) => api.browseVectors()));
    const maker = held(openMapMaker());
    expect(value(await maker.stored(projectId, vectors.fingerprint))).toBeNull();
    expect(value(await maker.pca(vectors))).toMatchObject({ rows: 300, kind: 'pca' });
    expect(vectors.values).toHaveLength(0); // Handed over, not copied.
    const again = value(await learner.call((api) => api.browseVectors()));
    const shares: number[] = [];
    const request = { projectId, vectors: again, seed: 3 };
    const map = value(await maker.umap(request, (share) => void shares.push(share)));
    expect(again.values).toHaveLength(0);
    expect(map).toMatchObject({ rows: 300, kind: 'umap', fittedOn: 300 });
    expect(map.positions.every((one) => Math.abs(one) <= 1 + 1e-6)).toBe(true);
    expect(shares.length).toBeGreaterThan(3);
    expect(value(await maker.stored(projectId, vectors.fingerprint))).toEqual(map);
    expect(value(await maker.stored(projectId, 'other'))).toBeNull();
  });

  it('reads what the leading tab wrote down where there is no learner', async () => {
    const { storage, projectId, items } = await setUp(60);
    for (const item of items.slice(2, 8)) await act(storage, projectId, answerOf(item));
    const learner = createWorkerClient<LearnApi>(spawnLearner);
    value(await learner.call((api) => api.open(projectId, quiet())));
    await learner.call((api) => api.close());
    learner.dispose();
    const browse = held(openBrowse());
    value(await browse.open(projectId, () => undefined));
    const answer = value(await browse.ask({ ...ask, events: 7, scores: 'stored' }));
    expect(answer.predictedOf).toHaveLength(60);
    expect(answer.disagreement.compared).toBe(7);
  });
});
