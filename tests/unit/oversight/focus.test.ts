/** Questions steered to a group: which positions, which rows, for how long. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Focus, focusLeft, focusProblem, isFocused } from '../../../src/domain/focus.ts';
import type { Item, ItemId } from '../../../src/domain/records.ts';
import type { Storage } from '../../../src/storage/api.ts';
import { inGroup, slice } from '../../../workers/learn/oversight/slices.ts';
import { createFocusReader } from '../../../workers/learn/session/focus-rows.ts';
import type { RowLabels } from '../../../workers/learn/session/labels.ts';
import { createReweigher, weightsFor } from '../../../workers/learn/session/reweighed-labels.ts';
import { A, B, startJournal } from '../domain/make.ts';

const focus: Focus = {
  ...{ field: 'region', group: 'north', range: null },
  ...{ share: 0.5, count: 200, from: 40 },
};

describe('steering', () => {
  it('takes about its share of the questions that it lasts, and none before or after', () => {
    const at = Array.from({ length: 400 }, (_, n) => n).filter((n) => isFocused(focus, n, 7));
    expect(at.length).toBeGreaterThan(75);
    expect(at.length).toBeLessThan(125);
    expect(Math.min(...at)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...at)).toBeLessThan(240);
    expect([0, 40, 100, 239, 240, 900].map((n) => focusLeft(focus, n))).toEqual([
      200, 200, 140, 1, 0, 0,
    ]);
  });

  it('refuses what cannot be asked', () => {
    expect(focusProblem({ focus })).toBeNull();
    expect(focusProblem({ focus: null })).toBeNull();
    expect(focusProblem({ focus: { ...focus, share: 0 } })).toMatch(/0 and 100 %/);
    expect(focusProblem({ focus: { ...focus, count: 0.5 } })).toMatch(/1 to 1,000/);
    const journal = startJournal();
    expect(() =>
      journal.run({ type: 'change-settings', patch: { focus: { ...focus, count: 0 } } }),
    ).toThrow(/questions, not 0/);
  });
});

describe('a group', () => {
  it('has the members that the table of groups counted, also where numbers were cut', () => {
    const number = fc.integer({ min: -99_999, max: 99_999 }).map((n) => (n / 10).toFixed(1));
    fc.assert(
      fc.property(fc.uniqueArray(number, { minLength: 30, maxLength: 60 }), (cells) => {
        const { groups, ranges } = slice(cells, cells, 'amount');
        for (const group of new Set(groups)) {
          const range = ranges.get(group) ?? null;
          expect(range).not.toBeNull();
          const isIn = inGroup(cells, { group, range });
          expect(isIn).toEqual(groups.map((own) => own === group));
        }
      }),
    );
    expect(inGroup([' north ', 'south', ''], { group: 'north', range: null })).toEqual([
      true,
      false,
      false,
    ]);
  });
});

/** Storage that counts how many items were read. */
function storageOf(regions: readonly string[]) {
  const read: ItemId[] = [];
  const getMany = async (ids: readonly ItemId[]) => {
    read.push(...ids);
    return ids.map((id) => {
      const region = regions[Number(id)] ?? '';
      return { id, content: { kind: 'text', text: '' }, fields: { region } } as unknown as Item;
    });
  };
  return { read, storage: { items: { getMany } } as unknown as Storage };
}

const REGIONS = Array.from({ length: 50 }, (_, n) => (n % 5 === 0 ? 'north' : 'south'));
const ids = REGIONS.map((_, n) => String(n) as ItemId);

describe('what is read of the items', () => {
  it('is the open rows of the group, each item once', async () => {
    const { read, storage } = storageOf(REGIONS);
    const reader = createFocusReader(storage);
    const candidates = Int32Array.from({ length: 40 }, (_, i) => 10 + i);
    const input = { focus, candidates, ids, seed: 3 };
    const rows = await reader(input);
    expect([...rows].sort((a, b) => a - b)).toEqual([10, 15, 20, 25, 30, 35, 40, 45]);
    expect(await reader({ ...input, candidates: candidates.subarray(1) })).toHaveLength(7);
    expect(read).toHaveLength(40);
    expect(await reader({ ...input, focus: null })).toHaveLength(0);
  });

  it('gives each answer the weight of its group and class', async () => {
    const { read, storage } = storageOf(REGIONS);
    const reweigh = createReweigher(storage);
    const training = [0, 1, 2, 5, 6].map((row) => ({ row, classes: [row % 2], eventId: null }));
    const labels = { classIds: [A, B], training } as unknown as RowLabels;
    const journal = startJournal();
    const input = () => ({ labels, state: journal.state(), ids });
    expect(await reweigh(input())).toBe(labels);
    journal.run({
      type: 'change-settings',
      patch: { reweighing: { classId: B, field: 'region' } },
    });
    const weighed = await reweigh(input());
    // North: rows 0 (no) and 5 (yes); south: 1 (yes), 2 and 6 (no). P(g) P(c) / P(g, c).
    const expected = [(2 * 3) / 5, (3 * 2) / 5, (3 * 3) / 10, (2 * 2) / 5, (3 * 3) / 10];
    weighed.training.forEach(({ weight }, i) => {
      expect(weight).toBeCloseTo(expected[i] ?? -1, 10);
    });
    await reweigh(input());
    expect(read).toHaveLength(5);
    const cells = ['x', 'y', 'x', 'y', 'x'];
    expect(weightsFor({ training, cells, field: 'region', c: -1 })).toEqual([1, 1, 1, 1, 1]);
    journal.run({ type: 'undo' });
    expect(await reweigh(input())).toBe(labels);
  });
});
