import { describe, expect, it } from 'vitest';
import { answerOf } from '../../bench/noise.ts';

const classes = ['a', 'b', 'c', 'd'];
const ids = Array.from({ length: 20_000 }, (_, id) => id);

describe('wrong answers of the simulated oracle', () => {
  it('are none without noise', () => {
    const oracle = { classes, noise: 0, seed: 1 };
    expect(ids.every((id) => answerOf(oracle, { id, label: 'b' }) === 'b')).toBe(true);
  });

  it('are the share asked for, uniform among the other classes', () => {
    const oracle = { classes, noise: 0.3, seed: 1 };
    const counts = new Map<string, number>();
    for (const id of ids) {
      const said = answerOf(oracle, { id, label: 'b' });
      counts.set(said, (counts.get(said) ?? 0) + 1);
    }
    // Binomial: five standard deviations are 5 sqrt(n p (1 - p)), 325 and 212 answers.
    expect(Math.abs((counts.get('b') ?? 0) - 14_000)).toBeLessThan(325);
    for (const other of ['a', 'c', 'd'])
      expect(Math.abs((counts.get(other) ?? 0) - 2_000)).toBeLessThan(212);
  });

  it('are all of them at a share of one', () => {
    const oracle = { classes: ['yes', 'no'], noise: 1, seed: 4 };
    expect(ids.every((id) => answerOf(oracle, { id, label: 'no' }) === 'yes')).toBe(true);
  });

  it('depend on seed and row alone, not on what was asked before', () => {
    const oracle = { classes, noise: 0.5, seed: 7 };
    const ask = (order: readonly number[]): Map<number, string> =>
      new Map(order.map((id) => [id, answerOf(oracle, { id, label: 'a' })]));
    const forwards = ask(ids.slice(0, 200));
    const backwards = ask(ids.slice(0, 200).reverse());
    expect([...forwards]).toEqual([...backwards].reverse());
    const another = { ...oracle, seed: 8 };
    expect(ids.some((id) => answerOf(another, { id, label: 'a' }) !== forwards.get(id))).toBe(true);
  });

  it('err on nested sets of rows as the noise grows', () => {
    const wrongAt = (noise: number): readonly number[] =>
      ids.filter((id) => answerOf({ classes, noise, seed: 3 }, { id, label: 'c' }) !== 'c');
    const more = new Set(wrongAt(0.2));
    expect(wrongAt(0.1).every((id) => more.has(id))).toBe(true);
  });
});
