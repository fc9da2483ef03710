import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng, type Rng } from '../../../src/domain/math/rng.ts';
import { gradientsOf, residualsOf, seedGradients } from '../../../src/domain/query/badge.ts';
import { balancedMargin } from '../../../src/domain/query/balanced-margin.ts';
import { kMeans } from '../../../src/domain/query/clusters.ts';
import { contrastOf, divergence } from '../../../src/domain/query/contrastive.ts';
import { coreSet, kCenterGreedy } from '../../../src/domain/query/core-set.ts';
import { densityWeighted } from '../../../src/domain/query/density-weighted.ts';
import { chooseRadius, coverGreedily, probCover } from '../../../src/domain/query/prob-cover.ts';
import { sampleOf } from '../../../src/domain/query/sample-rows.ts';
import type { QueryVectors } from '../../../src/domain/query/strategy.ts';
import { typiClust, typicalityOf } from '../../../src/domain/query/typi-clust.ts';
import { inputWith } from './make.ts';

const vectorsOf = (...rows: readonly (readonly number[])[]): QueryVectors => ({
  dims: rows[0]?.length ?? 0,
  values: Float32Array.from(rows.flat()),
});
const rowsOf = (count: number): Int32Array => Int32Array.from({ length: count }, (_, row) => row);
const draws = (...values: readonly number[]): Rng => {
  const left = [...values];
  return { next: () => left.shift() ?? 0.5, integer: () => 0, normal: () => 0 };
};

/** Points on the circle at these degrees. */
const onCircle = (...degrees: readonly number[]): QueryVectors =>
  vectorsOf(
    ...degrees.map((degree) => [
      Math.cos((degree * Math.PI) / 180),
      Math.sin((degree * Math.PI) / 180),
    ]),
  );

describe('core-set', () => {
  const vectors = vectorsOf([0, 0], [1, 0], [0, 1], [5, 5], [6, 5], [10, 0]);

  it('takes the farthest point again and again (worked example), the lower row of equals', () => {
    const candidates = Int32Array.of(1, 2, 3, 4, 5);
    const picks = kCenterGreedy({ vectors, candidates, centers: [0], count: 4 });
    expect(picks.map(({ row }) => row)).toEqual([5, 3, 1, 2]);
    const distances = [10, 7.0710678, 1, 1];
    for (const [i, { distance }] of picks.entries())
      expect(distance).toBeCloseTo(distances[i] as number, 6);
  });

  it('starts in the middle where nothing is answered, whatever the seed', () => {
    const start = (seed: number) =>
      coreSet.rank(
        inputWith(new Array<number>(12).fill(0.5), {
          classes: 2,
          vectors: onCircle(0, 10, 20, 30, 40, 90),
          count: 6,
          rng: createRng(seed),
        }),
      );
    expect(start(1)).toEqual(start(2));
    expect(
      start(1)
        .map(({ row }) => row)
        .slice(0, 2),
    ).toEqual([3, 5]);
  });
});

describe('BADGE', () => {
  const vectors = vectorsOf([1, 0], [0, 2], [1, 1]);
  const input = inputWith([0.6, 0.3, 0.1, 0.2, 0.5, 0.3, 0.34, 0.33, 0.33], {
    classes: 3,
    vectors,
  });

  it('has the lengths and distances of the full gradients (worked example)', () => {
    const gradients = gradientsOf(input);
    expect([0, 1, 2].map(gradients.square)).toEqual(
      [0.26, 1.52, 1.3068].map((value) => expect.closeTo(value, 5)),
    );
    expect(gradients.squaredDistance(0, 1)).toBeCloseTo(1.78, 5);
    expect(gradients.squaredDistance(0, 2)).toBeCloseTo(0.7748, 5);
    expect(gradients.squaredDistance(1, 2)).toBeCloseTo(3.6188, 5);
  });

  it('draws by distance to the picks alone: the origin is no centre', () => {
    // With the origin as a ghost centre row 0 would have 0.26 / (0.26 + 1.3068) = 0.166.
    const gradients = gradientsOf(input);
    expect(seedGradients(gradients, 2, draws(0.32))).toEqual([
      { index: 1, probability: 1 },
      { index: 0, probability: expect.closeTo(0.3297028969, 6) },
    ]);
    expect(seedGradients(gradients, 2, draws(0.34))[1]).toEqual({
      index: 2,
      probability: expect.closeTo(0.6702971031, 6),
    });
  });

  it('never returns a row twice, not even among duplicates or at the edge of the draw', () => {
    const same = inputWith([0.6, 0.4, 0.6, 0.4, 0.6, 0.4, 0.6, 0.4], {
      classes: 2,
      vectors: vectorsOf([1, 0], [1, 0], [1, 0], [0, 1]),
    });
    const found = seedGradients(gradientsOf(same), 4, draws(1 - 1e-12, 1 - 1e-12, 1 - 1e-12));
    expect(found.map(({ index }) => index)).toEqual([0, 3, 1, 2]);
    for (const { probability } of found) expect(probability).toBeLessThanOrEqual(1);
  });

  it('agrees with gradients written out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (seed) => {
        const rng = createRng(seed);
        const own = Array.from({ length: 4 }, () => [rng.normal(), rng.normal(), rng.normal()]);
        const pool = inputWith(
          Array.from({ length: 20 }, () => rng.next()),
          { classes: 5, mode: 'multi', vectors: vectorsOf(...own) },
        );
        const residuals = residualsOf(pool);
        const full = own.map((h, i) =>
          Array.from({ length: 5 }, (_, c) =>
            h.map((x) => x * (residuals[i * 5 + c] as number)),
          ).flat(),
        );
        const gradients = gradientsOf(pool);
        for (let i = 0; i < 4; i++)
          for (let j = 0; j < 4; j++) {
            const explicit = (full[i] as number[]).reduce(
              (sum, x, k) => sum + (x - (full[j]?.[k] as number)) ** 2,
              0,
            );
            expect(gradients.squaredDistance(i, j)).toBeCloseTo(explicit, 4);
          }
      }),
      { numRuns: 30 },
    );
  });
});

describe('density-weighted', () => {
  it('prefers the doubtful row that is like the others to one that is alone', () => {
    const vectors = onCircle(0, 5, 10, 90);
    const input = inputWith([0.5, 0.5, 0.5, 0.5, 0.9, 0.1, 0.5, 0.5], { classes: 2, vectors });
    const ranked = densityWeighted.rank(input);
    expect(ranked.map(({ row }) => row)).toEqual([1, 0, 3, 2]);
    expect(ranked[0]?.why).toEqual({ kind: 'typical', unsure: true });
  });
});

describe('clusters', () => {
  const vectors = onCircle(0, 2, 4, 90, 92, 180);

  it('finds the groups that are there, the same every time', () => {
    const { members } = kMeans(vectors, rowsOf(6), 3);
    expect(new Set(members.map((own) => own.join()))).toEqual(new Set(['0,1,2', '3,4', '5']));
    expect(kMeans(vectors, rowsOf(6), 3)).toEqual(kMeans(vectors, rowsOf(6), 3));
  });

  it('typicality is one over the mean distance to the nearest others', () => {
    const line = vectorsOf([0], [1], [3], [3]);
    expect(typicalityOf(line, 0, [0, 1, 2])).toBeCloseTo(1 / 2, 12);
    expect(typicalityOf(line, 0, [0, 1, 2], 1)).toBeCloseTo(1, 12);
    expect(typicalityOf(line, 0, [0])).toBe(0);
    expect(typicalityOf(line, 2, [2, 3])).toBe(Number.POSITIVE_INFINITY);
  });

  it('TypiClust asks the middle of the largest group first, then of groups without an answer', () => {
    const input = inputWith(new Array<number>(12).fill(0.5), { classes: 2, vectors });
    const rows = typiClust.rank(input).map(({ row }) => row);
    expect([...rows].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    const answers = [{ row: rows[0] as number, classes: [0] }];
    const candidates = rowsOf(6).filter((row) => row !== rows[0]);
    expect(typiClust.rank({ ...input, answers, candidates })[0]?.row).toBe(rows[1]);
  });
});

describe('ProbCover', () => {
  it('covers greedily, ties to the lower', () => {
    const around = [
      [0, 1],
      [1, 0, 2],
      [2, 1],
      [3, 4],
      [4, 3],
    ].map((own) => Int32Array.from(own));
    const picks = coverGreedily({
      around,
      isCovered: new Uint8Array(5),
      isFree: () => true,
      count: 3,
    });
    expect(picks).toEqual([
      { node: 1, gain: 3 },
      { node: 3, gain: 2 },
      { node: 0, gain: 0 },
    ]);
  });

  it('takes the largest radius whose balls stay within a group', () => {
    // Two groups, 90 degrees apart: the nearest of the other is sqrt(2 - 2 cos 80) = 1.29 away.
    const apart = onCircle(0, 5, 10, 90, 95, 100);
    expect(chooseRadius(apart, rowsOf(6), 2)).toBe(1.1);
    expect(chooseRadius(onCircle(0, 5, 10, 40, 45, 50), rowsOf(6), 2)).toBe(0.5);
  });

  it('asks where nothing answered lies near', () => {
    const vectors = onCircle(0, 1, 2, 90, 91, 200);
    const input = inputWith(new Array<number>(12).fill(0.5), { classes: 3, vectors });
    expect(probCover.rank(input)[0]?.row).toBeLessThan(3);
    const answers = [{ row: 0, classes: [0] }];
    const candidates = Int32Array.of(1, 2, 3, 4, 5);
    expect(probCover.rank({ ...input, answers, candidates })[0]?.row).toBe(3);
  });
});

describe('contrastive', () => {
  it('is the mean divergence of the nearest answered rows', () => {
    const vectors = onCircle(0, 1, 180);
    const input = inputWith([0.9, 0.1, 0.5, 0.5, 0.9, 0.1], { classes: 2, vectors });
    const kl = 0.5 * Math.log(0.5 / 0.9) + 0.5 * Math.log(0.5 / 0.1);
    expect(kl).toBeCloseTo(0.5108256, 6);
    expect(divergence(input, 1, 0)).toBeCloseTo(kl, 6);
    expect(divergence(input, 0, 0)).toBe(0);
    expect(contrastOf(input, 0)).toBe(0);
    const answers = [{ row: 1, classes: [0] }];
    expect(contrastOf({ ...input, answers }, 0)).toBeCloseTo(kl, 6);
  });
});

describe('balanced margin', () => {
  it('gives the turn to the class with the fewest answers', () => {
    const input = inputWith([0.51, 0.49, 0.6, 0.4, 0.1, 0.9, 0.3, 0.7], { classes: 2 });
    const answers = [
      { row: 9, classes: [0] },
      { row: 8, classes: [0] },
    ];
    const ranked = balancedMargin.rank({ ...input, answers });
    expect(ranked.map(({ row }) => row)).toEqual([3, 2, 0, 1]);
    expect(ranked[0]?.why).toEqual({ kind: 'rare', class: 1, found: 0 });
  });
});

describe('screening', () => {
  it('draws the same rows whatever was answered since, and all where they are few', () => {
    const all = rowsOf(5_000);
    expect(sampleOf(rowsOf(20), 20)).toEqual(rowsOf(20));
    const sample = sampleOf(all, 1_000);
    expect(sample.length).toBe(1_000);
    expect(sample).toEqual(Int32Array.from(new Set(sample)).sort());
    const later = sampleOf(
      all.filter((row) => row !== sample[3]),
      1_000,
    );
    expect(later.filter((row) => sample.includes(row)).length).toBe(999);
  });
});
