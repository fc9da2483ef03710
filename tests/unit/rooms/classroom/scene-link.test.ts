import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryStrategies } from '../../../../src/domain/query/index.ts';
import { parsePath } from '../../../../src/rooms/classroom/room-path.ts';
import {
  readPoints,
  toGrid,
  writePoints,
} from '../../../../src/rooms/classroom/scene/points-link.ts';
import { FIRST_SCENE, type Scene, SPEEDS } from '../../../../src/rooms/classroom/scene/scene.ts';
import { readScene, writeScene } from '../../../../src/rooms/classroom/scene/scene-link.ts';
import { toys } from '../../../../src/samples/toy/index.ts';

const whole = (min: number, max: number) => fc.integer({ min, max });
const share = (min = 0) => whole(min, 100).map((value) => value / 100);
const model = fc.constantFrom('straight' as const, 'curved' as const);

const drawn = fc
  .array(fc.tuple(whole(-100, 100), whole(-100, 100), whole(0, 3)), { maxLength: 40 })
  .map((points) => {
    const truth = Uint8Array.from(points, ([, , own]) => own);
    return {
      places: Float32Array.from(points.flatMap(([x, y]) => [toGrid(x / 100), toGrid(y / 100)])),
      truth,
      classes: Math.max(2, ...points.map(([, , own]) => own + 1)),
    };
  });

const source = fc.oneof(
  fc.record({
    kind: fc.constant('toy' as const),
    id: fc.constantFrom(...toys.map(({ id }) => id)),
    count: whole(60, 600),
    noise: share(),
    balance: share(2),
    model,
  }),
  fc.record({ kind: fc.constant('drawn' as const), points: drawn, model }),
  fc.record({ kind: fc.constant('sample' as const), id: fc.constantFrom('moderation', 'leaves') }),
);

const scenes: fc.Arbitrary<Scene> = fc.record({
  source,
  lanes: fc.array(
    fc.record({
      strategy: fc.constantFrom(...Object.keys(queryStrategies)),
      start: fc.constantFrom('random' as const, 'spread' as const),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  seed: whole(0, 99_999),
  seeds: whole(1, 20),
  startCount: whole(1, 20),
  labels: whole(5, 200),
  wrong: share(),
  measure: fc.constantFrom('right' as const, 'macro-f1' as const),
  speed: fc.constantFrom(...SPEEDS),
  at: whole(0, 200),
  said: fc.array(fc.record({ row: whole(0, 400), said: whole(0, 3) }), { maxLength: 10 }),
});

describe('the link of a scene', () => {
  it('says all of it', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        expect(readScene(writeScene(scene))).toEqual(scene);
      }),
    );
  });

  it('needs no escapes, so that it can be read and typed', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        for (const part of writeScene(scene).split('/'))
          expect(encodeURIComponent(part)).toBe(part);
      }),
    );
  });

  it('falls back to what it is told wherever it makes no sense', () => {
    expect(readScene('')).toEqual(FIRST_SCENE);
    const odd = 'data.nowhere/lanes.margn/seeds.999/speed.3/at.-4/wrong.x/said.a-b_1-9/nonsense';
    expect(readScene(odd)).toEqual({
      ...FIRST_SCENE,
      source: { ...FIRST_SCENE.source, id: 'moons' },
      seeds: 20,
      said: [],
    });
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readScene(text).lanes.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('drawn points', () => {
  it('lie where the link can say them', () => {
    fc.assert(
      fc.property(drawn, (points) => {
        expect(readPoints(writePoints(points))).toEqual(points);
      }),
    );
    for (const value of [-1, -0.313, 0, 0.77, 1])
      expect(Math.abs(toGrid(value) - value)).toBeLessThanOrEqual(1 / 255);
  });
});

it('the address names the page', () => {
  expect(parsePath('')).toEqual({ tab: 'lesson', sceneId: '', rest: '' });
  expect(parsePath('lesson/noise/at.3')).toEqual({ tab: 'lesson', sceneId: 'noise', rest: 'at.3' });
  expect(parsePath('race/seed.3/at.2')).toEqual({ tab: 'race', rest: 'seed.3/at.2' });
});
