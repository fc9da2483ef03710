import { describe, expect, it } from 'vitest';
import {
  isWeightedDraw,
  LEAST_DRAWS,
  lureRisk,
  lureShareRight,
  lureWeights,
  type WeightedDraw,
} from '../../../src/domain/evaluation/lure.ts';
import { createRng } from '../../../src/domain/math/rng.ts';
import type { QuestionRecord } from '../../../src/domain/records.ts';

/** Draws M of the items without putting back, proposal proportional to `scores`; calls back with each way. */
function enumerate(
  scores: readonly number[],
  M: number,
  each: (items: readonly number[], draws: readonly WeightedDraw[], chance: number) => void,
): void {
  const go = (items: readonly number[], draws: readonly WeightedDraw[], chance: number): void => {
    if (items.length === M) {
      each(items, draws, chance);
      return;
    }
    const left = [...scores.keys()].filter((i) => !items.includes(i));
    const total = left.reduce((sum, i) => sum + (scores[i] ?? 0), 0);
    for (const i of left) {
      const probability = (scores[i] ?? 0) / total;
      const draw = { probability, poolSize: left.length };
      go([...items, i], [...draws, draw], chance * probability);
    }
  };
  go([], [], 1);
}

describe('LURE', () => {
  it('reproduces the worked example', () => {
    const draws = [
      { probability: 0.5, poolSize: 5 },
      { probability: 0.25, poolSize: 4 },
      { probability: 0.4, poolSize: 3 },
    ];
    const weights = lureWeights(draws);
    [0.7, 1, 0.8333333333].forEach((v, m) => {
      expect(weights[m]).toBeCloseTo(v, 9);
    });
    expect(lureRisk(draws, [1, 0, 0.5])).toBeCloseTo(0.3722222222, 9);
  });

  it('is unbiased over every order in which three of five items can be drawn', () => {
    const losses = [1, 0, 0.5, 0, 0.5];
    const scores = [0.4, 0.1, 0.25, 0.05, 0.2]; // Prefers what is wrong, as an uncertain model does.
    let expected = 0;
    let naive = 0;
    let ways = 0;
    enumerate(scores, 3, (items, draws, chance) => {
      const own = items.map((i) => losses[i] ?? 0);
      expected += chance * (lureRisk(draws, own) ?? 0);
      naive += chance * (own.reduce((sum, loss) => sum + loss, 0) / 3);
      ways += 1;
    });
    expect(ways).toBe(60);
    expect(expected).toBeCloseTo(0.4, 12);
    expect(naive).toBeGreaterThan(0.45);
  });

  it('is the plain mean where every item is equally likely, and where all are drawn', () => {
    const even = [5, 4, 3].map((poolSize) => ({ probability: 1 / poolSize, poolSize }));
    expect(lureRisk(even, [1, 0, 1])).toBeCloseTo(2 / 3, 12);
    const all = [0.7, 0.6, 1].map((probability, m) => ({ probability, poolSize: 3 - m }));
    expect(lureRisk(all, [1, 0, 1])).toBeCloseTo(2 / 3, 12);
  });

  it('refuses few draws, and stays within 0 and 1', () => {
    const draws = Array.from({ length: LEAST_DRAWS }, (_, m) => ({
      probability: m === 3 ? 0.0001 : 0.2,
      poolSize: 100 - m,
    }));
    const wrong = draws.map((_, m) => (m === 3 ? 1 : 0));
    expect(lureShareRight(draws.slice(1), wrong, createRng(1))).toBeNull();
    const figure = lureShareRight(draws, wrong, createRng(1));
    expect(figure?.n).toBe(LEAST_DRAWS);
    expect(figure?.low).toBeGreaterThanOrEqual(0);
    expect(figure?.high).toBeLessThanOrEqual(1);
  });

  it('takes only what was a matter of chance', () => {
    const question: QuestionRecord = {
      strategy: 'sampled-margin',
      model: null,
      checkpoint: null,
      score: 1,
      probability: 0.2,
      audit: false,
      poolSize: 10,
    };
    expect(isWeightedDraw(question)).toBe(true);
    expect(isWeightedDraw({ ...question, probability: 1 })).toBe(false);
    expect(isWeightedDraw({ ...question, audit: true })).toBe(false);
    expect(isWeightedDraw({ ...question, repeat: true })).toBe(false);
    expect(isWeightedDraw(null)).toBe(false);
  });
});
