import { describe, expect, it } from 'vitest';
import type { BlobHash } from '../../../src/domain/records.ts';
import { applyPatches } from '../../../src/modalities/image/edited.ts';
import { type Raster, resize, shrink, toRgb } from '../../../src/modalities/image/raster.ts';

const grey = (width: number, height: number, values: readonly number[]): Raster => ({
  width,
  height,
  pixels: Uint8Array.from(values.flatMap((value) => [value, value, value])),
});
const reds = ({ pixels }: Raster): readonly number[] => [...pixels].filter((_, i) => i % 3 === 0);

describe('rasters', () => {
  it('shrink by area and grow by repeating', () => {
    expect(reds(resize(grey(4, 1, [0, 100, 200, 100]), 2, 1))).toEqual([50, 150]);
    expect(reds(resize(grey(3, 1, [0, 90, 180]), 2, 1))).toEqual([30, 150]);
    expect(reds(resize(grey(2, 1, [7, 9]), 4, 1))).toEqual([7, 7, 9, 9]);
  });

  it('keep their mean when shrunk, and their shape', () => {
    const values = Array.from({ length: 60 * 30 }, (_, i) => (i * 37) % 256);
    const small = shrink(grey(60, 30, values), 12);
    expect([small.width, small.height]).toEqual([12, 6]);
    const mean = (list: readonly number[]): number =>
      list.reduce((sum, value) => sum + value, 0) / list.length;
    expect(Math.abs(mean(reds(small)) - mean(values))).toBeLessThan(0.5);
    expect(shrink(small, 48)).toBe(small);
  });

  it('lie on white where they are transparent', () => {
    expect([...toRgb(Uint8Array.from([10, 20, 30, 255, 10, 20, 30, 0]), 2, 1).pixels]).toEqual([
      10, 20, 30, 255, 255, 255,
    ]);
  });
});

describe('edited copies', () => {
  const half = { x: 0.5, y: 0, width: 0.5, height: 1 };

  it('are filled with the mean of what lies outside', () => {
    const edited = applyPatches(
      grey(4, 1, [10, 30, 200, 200]),
      [{ region: half, fill: { kind: 'mean' } }],
      new Map(),
    );
    expect(reds(edited)).toEqual([10, 30, 20, 20]);
  });

  it('take the same place of another picture, whatever its size', () => {
    const blob = 'other' as BlobHash;
    const edited = applyPatches(
      grey(4, 1, [1, 2, 3, 4]),
      [{ region: half, fill: { kind: 'item', blob } }],
      new Map([[blob, grey(2, 1, [50, 60])]]),
    );
    expect(reds(edited)).toEqual([1, 2, 60, 60]);
    const patches = [{ region: half, fill: { kind: 'item' as const, blob } }];
    expect(() => applyPatches(grey(1, 1, [0]), patches, new Map())).toThrow('other');
  });
});
