import { describe, expect, it } from 'vitest';
import type { EventId, ItemId } from '../../../../src/domain/records.ts';
import type { ItemLabel } from '../../../../src/domain/state.ts';
import { reviewCounts, reviewList } from '../../../../src/rooms/data/review-list.ts';

const label = (id: string, kind: ItemLabel['kind'], at: number): [ItemId, ItemLabel] => [
  id as ItemId,
  {
    itemId: id as ItemId,
    kind,
    at,
    eventId: `e${id}` as EventId,
    classes: [],
  } as unknown as ItemLabel,
];
const state = {
  labels: new Map([
    label('a', 'answered', 1),
    label('b', 'unsure', 2),
    label('c', 'unsure', 9),
    label('d', 'skipped', 3),
  ]),
  flags: new Map([
    ['b' as ItemId, 'hm'],
    ['z' as ItemId, ''],
  ]),
};

describe('a second look', () => {
  it('lists the newest first', () => {
    expect(reviewList(state, 'unsure')).toEqual(['c', 'b']);
    expect(reviewList(state, 'flagged')).toEqual(['z', 'b']);
    expect(reviewList(state, 'skipped')).toEqual(['d']);
  });

  it('counts what it lists', () => {
    const counts = reviewCounts(state);
    expect(counts).toEqual({ flagged: 2, unsure: 2, skipped: 1, answered: 1 });
  });
});
