import { describe, expect, it } from 'vitest';
import {
  equalisedOdds,
  gapIn,
  type Judged,
  ratesByGroup,
} from '../../../src/domain/oversight/group-measures.ts';

/** The worked example: y = 10110010, said = 10101010, groups aaaabbbb (as fairlearn computes it). */
const judged: readonly Judged[] = [...'10110010'].map((truth, i) => ({
  group: i < 4 ? 'a' : 'b',
  truth: truth === '1',
  said: '10101010'[i] === '1',
}));

describe('measures between groups', () => {
  const rates = ratesByGroup(judged);

  it('reproduces the worked example', () => {
    expect(rates.map(({ selection }) => selection?.value)).toEqual([0.5, 0.5]);
    expect(gapIn(rates, 'selection')?.difference).toBe(0);
    expect(rates[0]?.truePositive?.value).toBeCloseTo(2 / 3, 12);
    expect(rates[1]?.truePositive?.value).toBe(1);
    expect(rates.map(({ falsePositive }) => falsePositive?.value)).toEqual([0, 1 / 3]);
    expect(equalisedOdds(rates)?.difference).toBeCloseTo(1 / 3, 12);
  });

  it('calls no gap real on eight items, and one on many', () => {
    expect(gapIn(rates, 'truePositive')?.p).toBeGreaterThan(0.05);
    const many = Array.from(
      { length: 400 },
      (_, i): Judged => ({
        group: i % 2 === 0 ? 'a' : 'b',
        truth: true,
        said: i % 2 === 0 ? i % 20 !== 0 : i % 3 !== 0,
      }),
    );
    const gap = gapIn(ratesByGroup(many), 'truePositive');
    expect(gap).toMatchObject({ highest: 'a', lowest: 'b' });
    expect(gap?.p).toBeLessThan(1e-6);
  });

  it('has no gap with one group, and no rate without items', () => {
    expect(gapIn(ratesByGroup(judged.slice(0, 4)), 'selection')).toBeNull();
    expect(ratesByGroup([{ group: 'a', truth: true, said: true }])[0]?.falsePositive).toBeNull();
  });
});
