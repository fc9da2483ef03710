import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import type { ImageContent } from '../../../src/domain/records.ts';
import { keyOfSwap, placeInKey } from '../../../src/modalities/image/change-key.ts';
import { NETWORK_GRID, regionOfCell } from '../../../src/modalities/image/grid.ts';
import { multiplyPlain } from '../../../src/modalities/image/multiply.ts';
import { createSums, overlap, rectanglesOf } from '../../../src/modalities/image/rectangles.ts';
import { gridBehind, placeName } from '../../../src/modalities/image/view/place-name.ts';
import { moveBy, showsPixels, WHOLE, zoomAt } from '../../../src/modalities/image/view/zoom.ts';
import { eigenSymmetric, learnWhitening } from '../../../src/modalities/image/whitening.ts';
import { gridOf } from '../../../src/modalities/places/places.ts';

const GRID = { columns: 4, rows: 3 };

describe('rectangles of cells', () => {
  it('come smallest first, each once', () => {
    const all = rectanglesOf(GRID, 12);
    expect(all).toHaveLength(((4 * 5) / 2) * ((3 * 4) / 2));
    const areas = all.map(({ columns, rows }) => columns * rows);
    expect(areas).toEqual([...areas].sort((a, b) => a - b));
  });

  it('sum what lies in them', () => {
    const values = Float64Array.from({ length: 24 }, (_, i) => i);
    const sum = createSums(values, GRID, 2)({ left: 1, top: 1, columns: 2, rows: 2 });
    // Cells 5, 6, 9 and 10, two classes each.
    expect([...sum]).toEqual([60, 64]);
  });

  it('overlap by what they share', () => {
    const left = { x: 0, y: 0, width: 0.5, height: 1 };
    expect(overlap(left, left)).toBe(1);
    expect(overlap(left, { x: 0.5, y: 0, width: 0.5, height: 1 })).toBe(0);
    expect(overlap(left, { x: 0.25, y: 0, width: 0.5, height: 1 })).toBeCloseTo(1 / 3);
  });
});

describe('whitening', () => {
  it('finds the axes of a known matrix', async () => {
    const known = Float64Array.from([2, 1, 1, 2]);
    const { values, vectors } = await eigenSymmetric(known, 2, async () => undefined);
    expect(values[0]).toBeCloseTo(3);
    expect(values[1]).toBeCloseTo(1);
    expect(Math.abs(vectors[0] as number)).toBeCloseTo(Math.SQRT1_2);
  });

  it('leaves columns that hang together no more, each of unit variance', async () => {
    const rng = createRng(3);
    const count = 4_000;
    const patches = new Float32Array(count * 3);
    for (let i = 0; i < count; i++) {
      const a = rng.normal();
      patches.set([5 * a, 5 * a + rng.normal(), 0.5 * rng.normal()], i * 3);
    }
    const options = { floor: 0, keep: 1, most: 9, between: async () => undefined };
    const { mean, projection, dims } = await learnWhitening(patches, 3, options);
    const centred = patches.map((value, i) => value - (mean[i % 3] as number));
    const shape = { rows: count, inner: 3, columns: dims };
    const white = await multiplyPlain(centred, projection, shape);
    for (let a = 0; a < dims; a++)
      for (let b = 0; b < dims; b++) {
        let sum = 0;
        for (let i = 0; i < count; i++)
          sum += (white[i * dims + a] as number) * (white[i * dims + b] as number);
        expect(sum / count).toBeCloseTo(a === b ? 1 : 0, 2);
      }
  });
});

describe('places', () => {
  it('are named in the grid of whoever explains', () => {
    const sixth = regionOfCell(NETWORK_GRID, 8);
    expect(placeName(sixth, gridOf([sixth]))).toBe('row 2, column 3');
    const picture = { width: 64, height: 64 } as ImageContent;
    expect(gridBehind(sixth, picture)).toEqual(NETWORK_GRID);
    const eighth = { x: 1 / 8, y: 0.5, width: 0.25, height: 0.25 };
    expect(placeName(eighth, gridBehind(eighth, picture))).toBe('row 5 to 6, column 2 to 3');
  });

  it('are told apart in the names of swaps', () => {
    const region = { x: 0.25, y: 0.5, width: 0.125, height: 0.25 };
    const key = keyOfSwap('a @ b.png', region, 'c.png');
    expect(placeInKey(key)).toEqual({ removed: 'a @ b.png', region });
    expect(placeInKey('oak>birch')).toBeNull();
  });
});

describe('zoom', () => {
  const stage = { width: 400, height: 300 };

  it('keeps what is under the pointer where it is', () => {
    const at = { x: 100, y: -50 };
    const { scale, x, y } = zoomAt(WHOLE, 2, at, stage);
    // The point of the picture that lay at `at` was at (100, -50) from its middle.
    expect([x + scale * 100, y + scale * -50]).toEqual([100, -50]);
  });

  it('never leaves the picture, nor shrinks it below the stage', () => {
    expect(zoomAt(WHOLE, 0.1, { x: 10, y: 10 }, stage)).toEqual(WHOLE);
    const far = moveBy({ scale: 2, x: 0, y: 0 }, 10_000, -10_000, stage);
    expect(far).toEqual({ scale: 2, x: 200, y: -150 });
  });

  it('shows pixels as they are once they are large', () => {
    expect(showsPixels(1, { width: 8, height: 8 }, stage)).toBe(true);
    expect(showsPixels(1, { width: 4_000, height: 3_000 }, stage)).toBe(false);
    expect(showsPixels(100, { width: 4_000, height: 3_000 }, stage)).toBe(true);
  });
});
