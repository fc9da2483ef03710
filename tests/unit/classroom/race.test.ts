import { describe, expect, it } from 'vitest';
import { queryStrategies } from '../../../src/domain/query/index.ts';
import { FIRST_SCENE, FIRST_TOY, requestOf } from '../../../src/rooms/classroom/scene/scene.ts';
import { createOracle } from '../../../workers/classroom/oracle.ts';
import { planeFeatures } from '../../../workers/classroom/plane-features.ts';
import { selectRows } from '../../../workers/classroom/select-rows.ts';
import { splitRows } from '../../../workers/classroom/split.ts';
import type { RaceRequest, RaceStage } from '../../../workers/classroom-api.ts';
import { makePool } from '../learn/make.ts';
import { framesOf, raceOf } from './make.ts';

const REQUEST: RaceRequest = {
  ...requestOf(FIRST_SCENE),
  source: { ...FIRST_TOY, count: 60 },
  labels: 12,
};

describe('a race', () => {
  it('is the same whenever it is run', async () => {
    expect(await raceOf(REQUEST)).toEqual(await raceOf(REQUEST));
  });

  it('begins alike in lanes of equal start, and never asks twice', async () => {
    const frames = framesOf(await raceOf(REQUEST));
    const rowsOf = (lane: number) => frames.filter((f) => f.lane === lane).map(({ row }) => row);
    expect(rowsOf(0).slice(0, 4)).toEqual(rowsOf(1).slice(0, 4));
    expect(rowsOf(0)).not.toEqual(rowsOf(1));
    for (const lane of [0, 1]) expect(new Set(rowsOf(lane)).size).toBe(12);
  });

  it('says once what it runs on, and ends with the pool', async () => {
    const messages = await raceOf({ ...REQUEST, labels: 200 });
    const [stage] = messages as readonly [RaceStage];
    expect(stage).toMatchObject({ kind: 'stage', pool: 60, test: 500, labels: 60 });
    expect(stage.points?.truth.length).toBe(60);
    expect(framesOf(messages)).toHaveLength(2 * 60);
  });

  it('gives every run fresh data and errors, the first a picture', async () => {
    const frames = framesOf(await raceOf({ ...REQUEST, seeds: 2, labels: 5 }));
    const of = (run: number) => frames.filter((frame) => frame.run === run);
    expect(of(0).map(({ row }) => row)).not.toEqual(of(1).map(({ row }) => row));
    expect(of(0).every(({ raster }) => raster !== null)).toBe(true);
    expect(of(1).every(({ raster }) => raster === null)).toBe(true);
  });

  it('refuses a strategy that it does not know, and a drawing that is too small', async () => {
    const lanes = [{ strategy: 'margn', start: 'random' as const }];
    await expect(raceOf({ ...REQUEST, lanes })).rejects.toThrow(/margn; known: .*margin/);
    const points = { places: new Float32Array(20), truth: new Uint8Array(10), classes: 2 };
    const source = { kind: 'drawn' as const, points, model: 'curved' as const };
    await expect(raceOf({ ...REQUEST, source })).rejects.toThrow(/at least 30 points.*10 are/);
  });

  it('runs with every strategy there is, from both starts', async () => {
    const lanes = Object.keys(queryStrategies).flatMap((strategy) => [
      { strategy, start: 'random' as const },
      { strategy, start: 'spread' as const },
    ]);
    const frames = framesOf(await raceOf({ ...REQUEST, lanes, labels: 8 }));
    expect(frames).toHaveLength(8 * lanes.length);
    for (const { right, macroF1 } of frames)
      for (const score of [right, macroF1]) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
  });
});

describe('the simulated person', () => {
  const truth = Array.from({ length: 4_000 }, (_, row) => [row % 3]);

  it('errs as often as asked, and always alike for the same row', () => {
    const oracle = createOracle({ truth, classes: 3, mode: 'single', wrong: 0.2, seed: 5 });
    const said = truth.map((_, row) => oracle(row));
    const share = said.filter((own, row) => own[0] !== row % 3).length / truth.length;
    expect(share).toBeGreaterThan(0.17);
    expect(share).toBeLessThan(0.23);
    expect(truth.map((_, row) => oracle(row))).toEqual(said);
    for (const own of said) expect(own).toHaveLength(1);
  });

  it('turns one class where an item may have several', () => {
    const oracle = createOracle({ truth, classes: 3, mode: 'multi', wrong: 1, seed: 5 });
    for (let row = 0; row < 50; row++) {
      const own = oracle(row);
      const changed = [0, 1, 2].filter((c) => own.includes(c) !== (row % 3 === c));
      expect(changed).toHaveLength(1);
    }
  });
});

describe('parts of a race', () => {
  it('splits every row once, a third to the test', () => {
    const { pool, test } = splitRows(90, 3);
    expect(test).toHaveLength(30);
    expect([...pool, ...test].sort((a, b) => a - b)).toEqual([...Array(90).keys()]);
    expect(splitRows(90, 3)).toEqual({ pool, test });
    expect(splitRows(90, 4).test).not.toEqual(test);
  });

  it('picks rows with their sparse entries', () => {
    const all = makePool(10, 3);
    const some = selectRows(all, [7, 2]);
    expect(some.rows).toBe(2);
    for (const [at, row] of [7, 2].entries()) {
      const { denseDims } = all;
      expect(some.dense.slice(at * denseDims, (at + 1) * denseDims)).toEqual(
        all.dense.slice(row * denseDims, (row + 1) * denseDims),
      );
      expect(some.sparse.indices.slice(2 * at, 2 * at + 2)).toEqual(
        all.sparse.indices.slice(2 * row, 2 * row + 2),
      );
    }
  });

  it('gives a place the same features in any company, of unit length where curved', () => {
    const alone = planeFeatures(Float32Array.of(0.3, -0.8), 'curved');
    const among = planeFeatures(Float32Array.of(0.1, 0.1, 0.3, -0.8), 'curved');
    expect(among.dense.slice(alone.denseDims)).toEqual(alone.dense);
    expect(Math.hypot(...alone.dense)).toBeCloseTo(1, 5);
  });
});
