import { describe, expect, it } from 'vitest';
import type { Checkpoint } from '../../../../src/domain/records.ts';
import type { LearnerClient } from '../../../../src/engine/api.ts';
import { createComparer } from '../../../../src/rooms/models/comparing.ts';
import type { CheckpointComparison, Outcome } from '../../../../workers/api.ts';

const version = (id: string): Checkpoint => ({ id, name: id }) as unknown as Checkpoint;
const result = (differing: number): CheckpointComparison => ({
  differing,
  pool: 10,
  examples: [],
  qualityA: null,
  qualityB: null,
});

/** A session whose comparisons are answered by hand, in any order. */
function handAnswered() {
  const waiting: ((outcome: Outcome<CheckpointComparison>) => void)[] = [];
  const compare = (): Promise<Outcome<CheckpointComparison>> =>
    new Promise((resolve) => waiting.push(resolve));
  const session = { learnerClient: { compare } as unknown as LearnerClient, items: async () => [] };
  return { session, waiting };
}

describe('comparing two versions', () => {
  it('shows the result with the two that made it; the latest request wins', async () => {
    const { session, waiting } = handAnswered();
    const comparer = createComparer(session);
    const first = comparer.compare(version('a'), version('b'));
    const second = comparer.compare(version('a'), version('c'));
    waiting[1]?.({ ok: true, value: result(2) });
    await second;
    waiting[0]?.({ ok: true, value: result(1) });
    await first;
    expect(comparer.state.value).toMatchObject({
      step: 'done',
      b: { id: 'c' },
      result: { differing: 2 },
    });
  });

  it('says why it failed', async () => {
    const { session, waiting } = handAnswered();
    const comparer = createComparer(session);
    const run = comparer.compare(version('a'), version('b'));
    waiting[0]?.({ ok: false, error: { code: 'not-found', message: 'b is gone' } });
    await run;
    expect(comparer.state.value).toEqual({ step: 'failed', message: 'b is gone' });
  });
});
