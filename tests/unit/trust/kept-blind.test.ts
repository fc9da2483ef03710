/** What is to be answered blind is told nowhere before: not in the scores that lists and maps are made of. */
import { expect, it } from 'vitest';
import type { ClassId, ItemId } from '../../../src/domain/records.ts';
import { isKeptBlind } from '../../../src/domain/trust/incoming.ts';
import { blindRows, scoresOf } from '../../../workers/learn/session/browse.ts';
import { A, B, item, startJournal } from '../domain/make.ts';

const routed = (n: number, kind: 'spot-check' | 'unsure') => ({
  itemId: item(n),
  classes: [A] as readonly ClassId[],
  probability: 0.95,
  route: 'review' as const,
  reason: { kind },
});

const basis = {
  model: null,
  checkpoint: null,
  level: 'verify' as const,
  thresholds: {},
  promise: null,
  audits: 0,
  temperature: 1,
};

it('an open spot check has no answer in the scores until a person has given theirs', () => {
  const journal = startJournal();
  const items = [routed(0, 'spot-check'), routed(1, 'unsure')];
  journal.run({ type: 'route-items', items, basis });
  const rowOf = new Map<ItemId, number>([0, 1, 2].map((row) => [item(row), row]));
  const scores = () => {
    const blind = blindRows(journal.state(), rowOf);
    return scoresOf({
      probabilities: Float32Array.of(0.9, 0.1, 0.2, 0.8, 0.7, 0.3),
      rows: 3,
      classIds: [A, B],
      mode: 'single',
      labelled: [],
      isHidden: (row) => blind.has(row),
      trainedOn: 4,
      learnedUpTo: null,
    });
  };
  expect(isKeptBlind(journal.state(), item(0))).toBe(true);
  expect(isKeptBlind(journal.state(), item(1))).toBe(false);
  expect(isKeptBlind(journal.state(), item(2))).toBe(false);
  expect(scores().probability[0]).toBeNaN();
  expect(scores().margin[0]).toBeNaN();
  expect([...scores().predicted]).toEqual([0, 2, 1]);
  expect(scores().probability[1]).toBeCloseTo(0.8, 6);
  journal.answer(0, [B]);
  expect(isKeptBlind(journal.state(), item(0))).toBe(false);
  expect(scores().probability[0]).toBeCloseTo(0.9, 6);
});
