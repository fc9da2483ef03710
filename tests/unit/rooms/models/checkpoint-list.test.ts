import { describe, expect, it } from 'vitest';
import type { Checkpoint, CheckpointId } from '../../../../src/domain/records.ts';
import { lineageOf, listCheckpoints } from '../../../../src/rooms/models/checkpoint-list.ts';

const checkpoint = (id: string, createdAt: number, parent: string | null = null): Checkpoint =>
  ({ id, name: id, createdAt, parent }) as unknown as Checkpoint;
const id = (text: string): CheckpointId => text as CheckpointId;
const stored = [checkpoint('a', 1), checkpoint('b', 2, 'a'), checkpoint('c', 3, 'gone')];

describe('kept versions', () => {
  it('are newest first, by their last name, without the deleted', () => {
    const list = listCheckpoints(stored, {
      checkpointNames: new Map([[id('a'), 'before the holidays']]),
      deletedCheckpoints: new Set([id('c')]),
    });
    expect(list.map((one) => one.name)).toEqual(['b', 'before the holidays']);
  });

  it('know where they came from', () => {
    const [a, b, c] = stored as [Checkpoint, Checkpoint, Checkpoint];
    expect(lineageOf(a, stored).kind).toBe('root');
    expect(lineageOf(b, stored)).toMatchObject({ kind: 'parent', checkpoint: { id: 'a' } });
    expect(lineageOf(c, stored).kind).toBe('lost');
  });
});
