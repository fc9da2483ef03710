import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../../src/domain/math/rng.ts';
import {
  isInSight,
  panned,
  toData,
  toScreen,
  wholeMap,
  zoomedAt,
} from '../../../../src/rooms/browse/map/camera.ts';
import { isInside, isWorthKeeping, rowsInside } from '../../../../src/rooms/browse/map/lasso.ts';
import { cameraAfter } from '../../../../src/rooms/browse/map/map-keys.ts';
import { createPace } from '../../../../src/rooms/browse/map/pace.ts';
import { createPickGrid } from '../../../../src/rooms/browse/map/pick-grid.ts';
import { createScene, DOT, doubtStep, QUIET } from '../../../../src/rooms/browse/map/scene.ts';
import { classCounts, matchesOf } from '../../../../src/rooms/browse/map/standing.ts';
import type { BrowseAnswer } from '../../../../workers/api.ts';

const SIZE = { width: 800, height: 600 };
const inUnit = fc.double({ min: -1, max: 1, noNaN: true });
const spots = fc.record({ x: inUnit, y: inUnit });

describe('the lasso', () => {
  const arrow = [
    { x: 0, y: 0 },
    { x: 2, y: 2 },
    { x: 4, y: 0 },
    { x: 2, y: 4 },
  ];

  it('holds what lies inside, also of a line with a bay', () => {
    expect(isInside(arrow, 2, 3)).toBe(true);
    expect(isInside(arrow, 2, 1)).toBe(false); // In the bay.
    expect(isInside(arrow, 5, 2)).toBe(false);
    expect(isInside([], 0, 0)).toBe(false);
  });

  it('is the same wherever it is begun and whichever way it is drawn', () => {
    const lines = fc.array(spots, { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(lines, spots, fc.nat({ max: 8 }), (line, { x, y }, turn) => {
        const own = isInside(line, x, y);
        const at = turn % line.length;
        expect(isInside([...line.slice(at), ...line.slice(0, at)], x, y)).toBe(own);
      }),
    );
  });

  it('catches wanted rows alone', () => {
    const positions = Float32Array.of(2, 3, 2, 1, 2, 2.5, 9, 9);
    expect(rowsInside(arrow, positions, () => true)).toEqual([0, 2]);
    expect(rowsInside(arrow, positions, (row) => row !== 0)).toEqual([2]);
  });

  it('keeps spots that are apart', () => {
    expect(isWorthKeeping([], { x: 0, y: 0 })).toBe(true);
    expect(isWorthKeeping([{ x: 0, y: 0 }], { x: 1, y: 1 })).toBe(false);
    expect(isWorthKeeping([{ x: 0, y: 0 }], { x: 3, y: 0 })).toBe(true);
  });
});

describe('the view', () => {
  it('goes from data to the screen and back', () => {
    fc.assert(
      fc.property(spots, spots, (at, to) => {
        const camera = zoomedAt(wholeMap(SIZE), SIZE, 3, { x: 400 + 300 * to.x, y: 300 });
        const back = toData(camera, SIZE, toScreen(camera, SIZE, at));
        expect(back.x).toBeCloseTo(at.x, 9);
        expect(back.y).toBeCloseTo(at.y, 9);
      }),
    );
  });

  it('keeps what lies under the pointer there while it zooms', () => {
    const spot = { x: 120, y: 90 };
    const before = toData(wholeMap(SIZE), SIZE, spot);
    const after = toData(zoomedAt(wholeMap(SIZE), SIZE, 5, spot), SIZE, spot);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });

  it('has everything in sight at first, and less after zooming', () => {
    const corner = { x: 1, y: -1 };
    expect(isInSight(wholeMap(SIZE), SIZE, corner)).toBe(true);
    expect(isInSight(zoomedAt(wholeMap(SIZE), SIZE, 4, { x: 0, y: 0 }), SIZE, corner)).toBe(false);
  });

  it('moves by keys as what is shown moves by the hand', () => {
    const whole = wholeMap(SIZE);
    expect(cameraAfter('ArrowRight', whole, SIZE)?.x).toBeGreaterThan(0);
    expect(cameraAfter('ArrowUp', whole, SIZE)?.y).toBeGreaterThan(0);
    expect(panned(whole, 50, 0).x).toBeLessThan(0);
    expect(cameraAfter('0', panned(whole, 50, 9), SIZE)).toEqual(whole);
    expect(cameraAfter('Tab', whole, SIZE)).toBeNull();
  });
});

describe('picking', () => {
  it('finds what looking at every point finds', () => {
    const rng = createRng(3);
    const positions = Float32Array.from({ length: 800 }, () => rng.next() * 2 - 1);
    const grid = createPickGrid(positions);
    const isWanted = (row: number): boolean => row % 3 !== 0;
    fc.assert(
      fc.property(spots, fc.double({ min: 0.001, max: 0.6, noNaN: true }), ({ x, y }, most) => {
        const near = Array.from({ length: 400 }, (_, row) => ({
          row,
          d: Math.hypot((positions[2 * row] ?? 0) - x, (positions[2 * row + 1] ?? 0) - y),
        }))
          .filter(({ row, d }) => isWanted(row) && d <= most)
          .sort((a, b) => a.d - b.d);
        expect(grid.nearest(x, y, most, isWanted)).toBe(near[0]?.row ?? -1);
      }),
    );
  });
});

describe('how points look', () => {
  const input = {
    rows: 4,
    labelOf: Int16Array.of(1, -1, 0, 0),
    predictedOf: Int16Array.of(0, 0, 1, -1),
    margin: Float32Array.of(0.99, 0.01, 0.5, Number.NaN),
    classColours: [3, 5],
    matches: Uint8Array.of(1, 1, 0, 1),
    chosen: Uint8Array.of(1, 0, 0, 0),
  };
  const styleOf = (style: Uint8Array, row: number) => [...style.slice(4 * row, 4 * row + 2)];

  it('tells a class by colour and by shape, and no class by a dot', () => {
    const { style } = createScene({ ...input, colouring: 'label' });
    expect(styleOf(style, 0)).toEqual([5, 5]);
    expect(styleOf(style, 1)).toEqual([QUIET, DOT]);
    expect(styleOf(style, 3)).toEqual([3, 3]);
  });

  it('tells doubt by colour and by size', () => {
    const { style } = createScene({ ...input, colouring: 'unsure' });
    expect(style[4 * 1 + 2]).toBeGreaterThan(style[2] ?? 0);
    expect(styleOf(style, 3)).toEqual([QUIET, DOT]);
    expect([1, 0.74, 0.4, 0].map(doubtStep)).toEqual([0, 1, 2, 3]);
  });

  it('puts what is selected uppermost, and what is left out lowest and faded', () => {
    const { order, starts, style } = createScene({ ...input, colouring: 'predicted' });
    expect([...order]).toEqual([2, 3, 1, 0]);
    expect(starts).toEqual([0, 1, 2, 3, 4]);
    expect([style[4 * 2 + 3], style[3]]).toEqual([1, 0]);
  });
});

describe('the order of drawing', () => {
  it('has every row once, and its beginning is a fair sample', () => {
    const rows = 1_000;
    const none = new Uint8Array(rows);
    const { order } = createScene({
      rows,
      colouring: 'label',
      labelOf: new Int16Array(rows).fill(-1),
      predictedOf: null,
      margin: null,
      classColours: [],
      matches: none,
      chosen: none,
    });
    expect(new Set(order).size).toBe(rows);
    const early = [...order.subarray(0, 100)].filter((row) => row < rows / 2).length;
    expect(Math.abs(early - 50)).toBeLessThan(25);
  });
});

describe('the pace', () => {
  it('draws less while frames are late, more when they are not, and waits for no pause', () => {
    const pace = createPace();
    expect(pace.next(0)).toBe(1);
    expect(pace.next(5_000)).toBe(1);
    let [share, now] = [1, 5_000];
    for (let i = 0; i < 40; i++) {
      now += 100;
      const next = pace.next(now);
      expect(next).toBeLessThanOrEqual(share);
      share = next;
    }
    expect(share).toBeCloseTo(0.02, 9);
    for (let i = 0; i < 60; i++) {
      now += 16;
      share = pace.next(now);
    }
    expect(share).toBe(1);
  });
});

describe('the legend', () => {
  const answer = {
    total: 4,
    rows: Uint32Array.of(3, 1, 0),
    labelOf: Int16Array.of(1, -1, 0, 1),
    predictedOf: null,
  } as unknown as BrowseAnswer;

  it('puts classes aside, and counts what matches', () => {
    const matches = matchesOf({ answer, colouring: 'label', aside: new Set([1]) });
    expect([...matches]).toEqual([0, 1, 0, 0]);
    expect(classCounts(answer.labelOf, answer.rows, 2)).toEqual([0, 2, 1]);
  });
});
