import { describe, expect, it } from 'vitest';
import type { Storage } from '../../../src/storage/api.ts';
import type { LearnSession } from '../../../workers/learn/session/learn-session.ts';
import { rehearse } from '../../../workers/learn/session/rehearse.ts';

function makeSession(labels: number) {
  const asked: string[] = [];
  const session = {
    status: { queue: ['a', 'b', 'c', 'd'].map((itemId) => ({ itemId })) },
    labels: { training: Array.from({ length: labels }, (_, row) => ({ row, classes: [0] })) },
    explainer: {
      counterfactuals: (_: unknown, { content }: { content: { text: string } }) => {
        asked.push(content.text);
        return { found: [], tried: 0 };
      },
    },
    encoded: { encoderState: null },
    learner: { head: () => null },
    state: { project: { mode: 'single' } },
  } as unknown as LearnSession;
  const items = { get: async (id: string) => ({ content: { kind: 'text', text: id } }) };
  return { session, asked, storage: { items } as unknown as Storage };
}

describe('rehearsing', () => {
  it('searches a few of the coming questions, one a time, and then no more', async () => {
    const { session, asked, storage } = makeSession(20);
    for (let i = 0; i < 6; i++) await rehearse(storage, session);
    expect(asked).toEqual(['a', 'b', 'c']);
  });

  it('waits until there is something to flip', async () => {
    const { session, asked, storage } = makeSession(3);
    await rehearse(storage, session);
    expect(asked).toEqual([]);
  });
});
