/** Measures for groups act on the learner, and leave no trace when they end. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/commands/index.ts';
import { foldEvents, progress } from '../../../src/domain/state.ts';
import { answerOf, RUDE } from '../make.ts';
import { type LearnerBench, largestGap, openBench, unwrap } from './learner-bench.ts';

const benches: LearnerBench[] = [];
afterEach(() => {
  for (const { client } of benches.splice(0)) client.dispose();
});

/** Two of three items are of the north, and most rude ones are. */
const fieldsOf = (n: number) => ({ region: n % 3 === 0 || n % 8 === 1 ? 'south' : 'north' });

async function open(answers: number): Promise<LearnerBench> {
  const bench = await openBench(300, fieldsOf);
  benches.push(bench);
  for (const item of bench.items.slice(0, answers)) await bench.run(answerOf(item));
  return bench;
}

const set = (patch: Extract<Command, { type: 'change-settings' }>['patch']): Command => ({
  type: 'change-settings',
  patch,
});

describe('reweighing', () => {
  it('changes the model, and withdrawn it is exactly the one without it', async () => {
    const bench = await open(24);
    const before = await bench.probabilities();
    await bench.run(set({ reweighing: { classId: RUDE, field: 'region' } }));
    const weighed = await bench.probabilities();
    expect(largestGap(before, weighed)).toBeGreaterThan(0.001);
    const reopened = await bench.again({ caches: false });
    benches.push(reopened);
    expect(largestGap(weighed, await reopened.probabilities())).toBeLessThan(1e-5);
    const query = { classId: RUDE, field: 'region' };
    const measured = unwrap(await reopened.client.call((api) => api.reweighing(query)));
    await reopened.run({ type: 'undo' });
    expect(largestGap(before, await reopened.probabilities())).toBeLessThan(1e-5);
    // What was measured aside compares with the model without weights, whichever is in use.
    expect(unwrap(await reopened.client.call((api) => api.reweighing(query)))).toEqual(measured);
  });
});

describe('questions steered to a group', () => {
  const regionOf = (bench: LearnerBench, id: string) =>
    bench.items.find((item) => item.id === id)?.fields.region;

  it('come from it for about the share asked for, say so, and stop when it ends', async () => {
    const bench = await open(24);
    const before = bench.latest().queue.map(({ itemId }) => itemId);
    const state = foldEvents(await bench.storage.events.of(bench.projectId));
    if (!state) throw new Error('no project');
    const from = progress(state).decisions;
    const focus = { field: 'region', group: 'south', range: null, share: 1, count: 20, from };
    await bench.run(set({ focus }));
    const { queue } = bench.latest();
    const steered = queue.filter(({ why }) => why.kind === 'group');
    expect(steered.length).toBeGreaterThan(7);
    expect(steered.every(({ itemId }) => regionOf(bench, itemId) === 'south')).toBe(true);
    expect(steered[0]).toMatchObject({
      why: { field: 'region', group: 'south', left: 20 },
      record: { strategy: 'group', audit: false },
    });
    expect(new Set(queue.map(({ itemId }) => itemId)).size).toBe(queue.length);
    await bench.run(set({ focus: null }));
    expect(bench.latest().queue.map(({ itemId }) => itemId)).toEqual(before);
  });
});
