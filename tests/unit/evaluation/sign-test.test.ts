import { expect, it } from 'vitest';
import { signTest } from '../../../src/domain/evaluation/sign-test.ts';

it('is the tail of a fair coin', () => {
  // Nine of ten: (10 + 1) / 1024. Siegel 1956 tabulates the same tail: N = 10, x = 1, p = 0.011.
  expect(signTest(9, 1)).toBeCloseTo(11 / 1024, 12);
  expect(signTest(5, 0)).toBeCloseTo(1 / 32, 12);
  expect(signTest(0, 5)).toBe(1);
  expect(signTest(0, 0)).toBe(1);
});

it('says the more the more wins there are, and bears large numbers', () => {
  const tails = [500, 520, 540, 560].map((wins) => signTest(wins, 1000 - wins));
  expect(tails).toEqual(tails.toSorted((a, b) => b - a));
  // Normal approximation with continuity: P(Z >= 39.5 / 15.81) = 0.0062.
  expect(tails[2]).toBeCloseTo(0.0062, 3);
  for (const [wins, losses] of [
    [7, 3],
    [12, 12],
    [1, 40],
  ] as const)
    expect(signTest(wins, losses) + signTest(losses + 1, wins - 1)).toBeCloseTo(1, 10);
});
