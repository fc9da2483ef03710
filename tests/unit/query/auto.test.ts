import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import { auto } from '../../../src/domain/query/auto.ts';
import {
  type Herd,
  herdGreedily,
  herdOf,
  nearestAnswered,
} from '../../../src/domain/query/herd.ts';
import { margin } from '../../../src/domain/query/margin.ts';
import type { QueryInput, QueryVectors } from '../../../src/domain/query/strategy.ts';
import {
  squaredRadiusOf,
  uncertaintyHerding,
} from '../../../src/domain/query/uncertainty-herding.ts';
import { inputWith } from './make.ts';

/** Two classes, these probabilities of the first, on the circle at these degrees. */
function onCircle(rows: readonly (readonly [degrees: number, p: number])[]): QueryInput {
  const at = (degrees: number): number[] => {
    const angle = (degrees * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle)];
  };
  const values = Float32Array.from(rows.flatMap(([degrees]) => at(degrees)));
  return inputWith(
    rows.flatMap(([, p]) => [p, 1 - p]),
    { classes: 2, vectors: { dims: 2, values } },
  );
}

describe('herding', () => {
  it('gains what a row adds to how well the others are represented (by hand)', () => {
    const { vectors } = onCircle([
      [0, 0.5],
      [90, 0.5],
      [180, 0.5],
    ]);
    const herd = herdOf(vectors);
    const weights = Float64Array.of(1, 1, 1);
    const nearest = nearestAnswered(vectors, herd, []);
    const picks = herdGreedily({
      herd,
      free: [0, 1, 2],
      weights,
      nearest,
      squaredRadius: 2,
      count: 3,
    });
    // |x - y|^2 is 2 at 90 degrees and 4 at 180; nothing answered stands at the far end, e^-2.
    const [near, far] = [Math.exp(-1), Math.exp(-2)];
    expect(picks.map(({ index }) => index)).toEqual([1, 0, 2]);
    const gains = [1 + 2 * near - 3 * far, 1 - near, 1 - near];
    for (const [i, { gain }] of picks.entries()) expect(gain).toBeCloseTo(gains[i] as number, 6);
  });

  it('keeps what it found of answers, and forgets one that is taken back', () => {
    const { vectors } = onCircle([
      [0, 0.5],
      [60, 0.5],
      [120, 0.5],
    ]);
    const herd = herdOf(vectors);
    const [first, second] = [
      { row: 0, classes: [0] },
      { row: 2, classes: [1] },
    ];
    const round = (values: Float64Array) => [...values].map((value) => Number(value.toFixed(5)));
    expect(round(nearestAnswered(vectors, herd, [first]))).toEqual([1, 0.5, -0.5]);
    expect(round(nearestAnswered(vectors, herd, [first, second]))).toEqual([1, 0.5, 1]);
    expect(round(nearestAnswered(vectors, herd, [second]))).toEqual([-0.5, 0.5, 1]);
  });

  it('picks the same from what it keeps of earlier answers as from scratch', () => {
    const points = Array.from({ length: 40 }, (_, i) => [(i * 67) % 360, 0.5] as const);
    const picksAfter = (herd: Herd, vectors: QueryVectors, answered: readonly number[]) => {
      const answers = answered.map((row) => ({ row, classes: [0] }));
      const nearest = nearestAnswered(vectors, herd, answers);
      const free = [...herd.rows.keys()].filter((row) => !answered.includes(row));
      const weights = Float64Array.from(herd.rows, (row) => 1 + (row % 3));
      const squaredRadius = squaredRadiusOf(nearest);
      return herdGreedily({ herd, free, weights, nearest, squaredRadius, count: 5 });
    };
    const { vectors } = onCircle(points);
    const herd = herdOf(vectors);
    // Answers are added, one is taken back, others follow.
    for (const answered of [[], [3], [3, 9], [3, 9, 20, 31], [3, 9, 20], [3, 9, 20, 5]]) {
      const fresh = onCircle(points).vectors;
      expect(picksAfter(herd, vectors, answered)).toEqual(
        picksAfter(herdOf(fresh), fresh, answered),
      );
    }
  });

  it('has a radius as large as items lie from their nearest answer', () => {
    expect(squaredRadiusOf(Float64Array.of(1, 0.5, 0))).toBeCloseTo((0 + 1 + 2) / 3, 12);
    expect(squaredRadiusOf(Float64Array.of(1, 1))).toBe(0.02);
  });

  it('prefers the doubtful among the typical, and takes no duplicate into the queue', () => {
    const input = onCircle([
      [0, 0.99],
      [1, 0.99],
      [90, 0.5],
      [90, 0.5],
      [89, 0.5],
      [180, 0.6],
    ]);
    const rows = uncertaintyHerding.rank({ ...input, count: 2 }).map(({ row }) => row);
    expect(rows).toEqual([2, 5]);
  });
});

describe('auto', () => {
  const input = onCircle(Array.from({ length: 60 }, (_, i) => [i * 6, (i % 10) / 10] as const));

  it('chooses while chance is not seen to be better', () => {
    const chosen = auto.rank({ ...input, duels: { random: 9, chosen: 8, fought: 40 } });
    expect(auto.rank(input)).toEqual(chosen);
    expect(chosen[0]?.why).toEqual({ kind: 'represents' });
    expect(chosen[1]?.why).toEqual({ kind: 'uncertain' });
  });

  it('asks by herding and by margin in turns, which go on after an answer', () => {
    const rowsOf = (asked: QueryInput): number[] => auto.rank(asked).map(({ row }) => row);
    const [herded] = uncertaintyHerding.rank(input);
    const [first, second] = rowsOf(input);
    expect(first).toBe(herded?.row);
    expect(second).toBe(margin.rank(input).find(({ row }) => row !== first)?.row);
    const answered = { ...input, answers: [{ row: 59, classes: [0] }] };
    expect(rowsOf(answered)[0]).toBe(margin.rank(input)[0]?.row);
    const few = { ...input, candidates: Int32Array.of(3, 4, 5), count: 10 };
    expect(rowsOf(few).sort()).toEqual([3, 4, 5]);
  });

  it('gives way to chance when that teaches more, and says on what evidence', () => {
    const duels = { random: 9, chosen: 0, fought: 30 };
    const drawn = auto.rank({ ...input, duels, rng: createRng(4) });
    expect(drawn[0]).toMatchObject({
      score: null,
      probability: 1 / 60,
      why: { kind: 'chance', ...duels },
    });
    expect(auto.rank({ ...input, duels, rng: createRng(5) })).not.toEqual(drawn);
  });
});
