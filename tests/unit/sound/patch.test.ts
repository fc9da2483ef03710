import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/domain/math/rng.ts';
import { bandsIn, framesIn } from '../../../src/modalities/sound/cells.ts';
import { toGrid } from '../../../src/modalities/sound/grid.ts';
import type { LogMel } from '../../../src/modalities/sound/log-mel.ts';
import { patch } from '../../../src/modalities/sound/patch.ts';
import { countPatterns, learnPatterns, reachedBy } from '../../../src/modalities/sound/patterns.ts';

const made = (fill: (band: number, frame: number) => number): LogMel => ({
  bands: 12,
  frames: 80,
  values: Float32Array.from({ length: 12 * 80 }, (_, i) => fill(Math.floor(i / 80), i % 80)),
});

describe('cells', () => {
  it('of neighbouring places cover all, none twice', () => {
    for (const count of [7, 8, 50, 101]) {
      const seen = Array.from({ length: 8 }, (_, i) =>
        framesIn({ x: i / 8, y: 0, width: 1 / 8, height: 1 }, count),
      );
      expect(seen[0]?.from).toBe(0);
      expect(seen.at(-1)?.to).toBe(count);
      seen.slice(1).forEach(({ from }, i) => {
        expect(from).toBe(seen[i]?.to);
      });
    }
  });

  it('at the top are the highest bands', () => {
    expect(bandsIn({ x: 0, y: 0, width: 1, height: 0.25 }, 12)).toEqual({ from: 9, to: 12 });
  });
});

describe('a filled place', () => {
  const region = { x: 0.25, y: 0, width: 0.5, height: 0.5 };

  it('has in each band the mean of what lies outside', () => {
    const own = made((b, t) => (t >= 20 && t < 60 ? 9 : b + (t % 2)));
    const { values } = patch(own, [{ region, donor: null }]);
    for (let b = 0; b < 12; b++)
      for (let t = 20; t < 60; t++) expect(values[b * 80 + t]).toBeCloseTo(b >= 6 ? b + 0.5 : 9, 5);
    expect(values[11 * 80 + 19]).toBe(own.values[11 * 80 + 19]);
  });

  it('from end to end has the mean of all that is left', () => {
    const own = made((b) => (b >= 6 ? 5 : 1));
    const whole = { x: 0, y: 0, width: 1, height: 0.5 };
    expect(patch(own, [{ region: whole, donor: null }]).values.every((v) => v === 1)).toBe(true);
    const all = { x: 0, y: 0, width: 1, height: 1 };
    expect(patch(own, [{ region: all, donor: null }]).values.every((v) => v === 0)).toBe(true);
  });

  it('has what the other sound has there, whatever its length', () => {
    const other = { ...made((b) => b), frames: 40, values: new Float32Array(12 * 40).fill(0.3) };
    const { values } = patch(
      made(() => 1),
      [{ region, donor: other }],
    );
    expect(values[11 * 80 + 40]).toBeCloseTo(0.3, 6);
    expect(values[0]).toBe(1);
  });
});

describe('patterns', () => {
  const grid = toGrid(made((b, t) => Math.sin(b * 3 + t * t)));
  const bank = learnPatterns([grid], { kernels: 36, quantiles: [0.5, 0.9] }, createRng(5));

  it('answer as often as their quantiles say', () => {
    const counts = countPatterns(bank, grid);
    const share = (q: number): number => {
      let sum = 0;
      for (let k = 0; k < 36; k++)
        for (let r = 0; r < grid.rows; r++) sum += counts[(k * 2 + q) * grid.rows + r] as number;
      return sum / (36 * grid.rows * grid.frames);
    };
    expect(share(0)).toBeGreaterThan(0.4);
    expect(share(0)).toBeLessThan(0.6);
    expect(share(1)).toBeLessThan(0.17);
  });

  it('counted anew around a change are what counting everywhere gives', () => {
    const changed = { ...grid, values: grid.values.slice() };
    for (let r = 0; r < 4; r++) changed.values.fill(0, r * 80 + 60, r * 80 + 70);
    const range = reachedBy({ from: 60, to: 70 }, 80);
    const before = countPatterns(bank, grid, range);
    const after = countPatterns(bank, changed, range);
    const quick = countPatterns(bank, grid).map(
      (count, i) => count - (before[i] as number) + (after[i] as number),
    );
    expect(quick).toEqual(countPatterns(bank, changed));
  });

  it('do not mind a constant', () => {
    const lifted = { ...grid, values: grid.values.map((value) => value + 0.5) };
    const [a, b] = [countPatterns(bank, grid), countPatterns(bank, lifted)];
    const apart = a.reduce((sum, count, i) => sum + Math.abs(count - (b[i] as number)), 0);
    expect(apart / a.reduce((sum, count) => sum + count, 0)).toBeLessThan(0.01);
  });
});
