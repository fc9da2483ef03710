import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import { ALARM, evidenceForRandom } from '../../../src/domain/query/duel.ts';
import { relabel, scoreAnswered, scoreNew } from '../../../src/domain/query/relabel.ts';
import { drawShares, drawWithFloor, FLOOR } from '../../../src/domain/query/sampled-margin.ts';
import { inputWith } from './make.ts';

describe('draws with a floor', () => {
  const weights = Float64Array.of(4, 1, 0.5, 0.25, 0.25);

  it('have probabilities that sum to one at each draw and never fall under the floor', () => {
    const left = Float64Array.from(weights);
    for (const drawn of [0, 3]) {
      const shares = drawShares(left);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      const open = left.filter((weight) => weight > 0).length;
      for (const [i, share] of shares.entries())
        if ((left[i] as number) > 0) expect(share).toBeGreaterThanOrEqual(FLOOR / open);
      left[drawn] = 0;
    }
  });

  it('record the probability with which each was drawn, without replacement', () => {
    const first = new Float64Array(5);
    const rng = createRng(5);
    for (let i = 0; i < 4_000; i++) {
      const drawn = drawWithFloor(weights, 5, rng);
      expect(new Set(drawn.map(({ index }) => index)).size).toBe(5);
      const { index, probability } = drawn[0] as (typeof drawn)[number];
      expect(probability).toBe(drawShares(weights)[index]);
      first[index] = (first[index] as number) + 1;
    }
    // Five standard deviations of a binomial share are at most 0.0396.
    for (const [i, share] of drawShares(weights).entries())
      expect(Math.abs((first[i] as number) / 4_000 - share)).toBeLessThan(0.04);
  });

  it('make the LURE estimate unbiased: over all orders it is the mean loss of the pool', () => {
    const losses = [1, 0, 0.5, 0.25, 0];
    let expected = 0;
    const walk = (left: Float64Array, chance: number, order: readonly [number, number][]): void => {
      if (order.length === 3) {
        expected += chance * lure(order, losses);
        return;
      }
      for (const [i, share] of drawShares(left).entries()) {
        if (share === 0) continue;
        const next = Float64Array.from(left);
        next[i] = 0;
        walk(next, chance * share, [...order, [i, share]]);
      }
    };
    walk(weights, 1, []);
    expect(expected).toBeCloseTo(losses.reduce((sum, loss) => sum + loss, 0) / 5, 10);
  });
});

/** Farquhar, Gal and Rainforth 2021, equation 4, pool of 5. */
function lure(order: readonly (readonly [number, number])[], losses: readonly number[]): number {
  const [n, m] = [5, order.length];
  const terms = order.map(([index, q], i) => {
    const weight = 1 + ((n - m) / (n - i - 1)) * (1 / ((n - i) * q) - 1);
    return weight * (losses[index] as number);
  });
  return terms.reduce((sum, term) => sum + term, 0) / m;
}

describe('asking again (ActiveLab)', () => {
  it('has the scores of the worked example', () => {
    expect(scoreNew(0.5, 3)).toBeCloseTo(0.4166667, 6);
    expect(scoreAnswered(0.9, 3)).toBeCloseTo(0.7111111, 6);
  });

  it('prefers an answer that the model does not believe to any new item', () => {
    const input = inputWith([0.4, 0.3, 0.3, 0.9, 0.05, 0.05, 0.9, 0.05, 0.05], { classes: 3 });
    const candidates = Int32Array.of(0, 1);
    const again = { rows: Int32Array.of(2), confidence: Float32Array.of(0.05) };
    const ranked = relabel.rank({ ...input, candidates, again });
    expect(ranked.map(({ row }) => row)).toEqual([2, 0, 1]);
    expect(ranked[0]?.why.kind).toBe('doubtful-label');
    expect(ranked[0]?.score).toBeCloseTo(-scoreAnswered(0.05, 3), 6);
    const believed = { ...again, confidence: Float32Array.of(0.9) };
    expect(relabel.rank({ ...input, candidates, again: believed }).at(-1)?.row).toBe(2);
  });
});

describe('duels between chosen and random answers', () => {
  it('start without evidence, and are fair: a win and a loss of even chance change nothing', () => {
    expect(evidenceForRandom({ random: 0, chosen: 0, fought: 0 })).toBeCloseTo(1, 12);
    for (const [random, chosen] of [
      [0, 0],
      [3, 1],
      [5, 9],
    ] as const) {
      const evidence = (wins: number, losses: number) =>
        evidenceForRandom({ random: wins, chosen: losses, fought: 0 });
      const mean = (evidence(random + 1, chosen) + evidence(random, chosen + 1)) / 2;
      expect(mean).toBeCloseTo(evidence(random, chosen), 12);
    }
  });

  it('sound the alarm at seven wins of chance in a row, not at six', () => {
    expect(evidenceForRandom({ random: 6, chosen: 0, fought: 6 })).toBeLessThan(ALARM);
    expect(evidenceForRandom({ random: 7, chosen: 0, fought: 7 })).toBeGreaterThan(ALARM);
  });

  it('cry wolf in at most one of twenty projects, looked at after every duel', () => {
    const rng = createRng(11);
    const projects = 400;
    let alarms = 0;
    for (let p = 0; p < projects; p++) {
      let [random, chosen] = [0, 0];
      for (let duel = 0; duel < 200; duel++) {
        if (rng.next() < 0.5) random++;
        else chosen++;
        if (evidenceForRandom({ random, chosen, fought: duel }) < ALARM) continue;
        alarms++;
        break;
      }
    }
    expect(alarms).toBeGreaterThan(0);
    expect(alarms / projects).toBeLessThan(0.05);
  });
});
