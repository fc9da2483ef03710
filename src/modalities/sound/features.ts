/**
 * One sound as a row of numbers, four blocks side by side:
 *   shares of positions that answer a pattern, over the whole and over soft zones of pitch;
 *   mean level of each row over the whole, halves and quarters;
 *   how much each row varies: standard deviation and mean change over 10 and 40 ms.
 * Shares enter as square roots, since most are small (Hellinger's distance).
 */
import type { Grid } from './grid.ts';
import type { PatternBank } from './patterns.ts';

/** Low, middle and high; neighbours overlap, so that a shift in pitch changes little at once. */
const ZONES = 3;
const SLICES = [1, 2, 4] as const;
const CHANGES = [1, 4] as const;

/** How long each block is on average, squared: what it weighs beside the others. */
const WEIGHTS = { whole: 0.5, zones: 0.5, levels: 0.4, spread: 0.1 } as const;

interface Block {
  readonly length: number;
  readonly weight: number;
}

export function blocksOf({ taps, quantiles }: PatternBank, rows: number): readonly Block[] {
  const patterns = (taps.length / 3) * quantiles;
  const slices = SLICES.reduce<number>((sum, count) => sum + count, 0);
  return [
    { length: patterns, weight: WEIGHTS.whole },
    { length: patterns * ZONES, weight: WEIGHTS.zones },
    { length: slices * rows, weight: WEIGHTS.levels },
    { length: (1 + CHANGES.length) * rows, weight: WEIGHTS.spread },
  ];
}

export function widthOf(bank: PatternBank, rows: number): number {
  return blocksOf(bank, rows).reduce((sum, { length }) => sum + length, 0);
}

/** `counts` are those of `countPatterns` over the whole grid. */
export function featuresOf(grid: Grid, counts: Uint32Array): Float64Array {
  const { rows, frames } = grid;
  const patterns = counts.length / rows;
  const shares = new Float64Array(patterns * (1 + ZONES));
  const zones = zoneWeights(rows);
  for (let p = 0; p < patterns; p++) {
    const own = counts.subarray(p * rows, (p + 1) * rows);
    const total = own.reduce((sum, count) => sum + count, 0);
    shares[p] = Math.sqrt(total / (rows * frames));
    zones.forEach(({ weights, sum }, z) => {
      let inside = 0;
      for (let r = 0; r < rows; r++) inside += (weights[r] as number) * (own[r] as number);
      shares[patterns + p * ZONES + z] = Math.sqrt(inside / (sum * frames));
    });
  }
  return Float64Array.of(...shares, ...levels(grid), ...spread(grid));
}

interface Zone {
  readonly weights: Float64Array;
  readonly sum: number;
}

/** Triangles around the middles of equal thirds; flat beyond the outer middles. */
function zoneWeights(rows: number): readonly Zone[] {
  return Array.from({ length: ZONES }, (_, z) => {
    const weights = Float64Array.from({ length: rows }, (_, r) => {
      const place = ((r + 0.5) / rows) * ZONES - 0.5;
      return Math.max(0, 1 - Math.abs(Math.min(ZONES - 1, Math.max(0, place)) - z));
    });
    return {
      weights,
      sum: Math.max(
        1e-9,
        weights.reduce((total, weight) => total + weight, 0),
      ),
    };
  });
}

function levels({ rows, frames, values }: Grid): readonly number[] {
  return SLICES.flatMap((count) =>
    Array.from({ length: count * rows }, (_, i) => {
      const [slice, r] = [Math.floor(i / rows), i % rows];
      const from = Math.min(frames - 1, Math.floor((slice * frames) / count));
      const to = Math.max(from + 1, Math.floor(((slice + 1) * frames) / count));
      let sum = 0;
      for (let t = from; t < to; t++) sum += values[r * frames + t] as number;
      return sum / (to - from);
    }),
  );
}

function spread({ rows, frames, values }: Grid): readonly number[] {
  const at = (r: number, t: number): number => values[r * frames + t] as number;
  return Array.from({ length: rows }, (_, r) => {
    let sum = 0;
    let squares = 0;
    for (let t = 0; t < frames; t++) {
      sum += at(r, t);
      squares += at(r, t) ** 2;
    }
    const mean = sum / frames;
    const changes = CHANGES.map((lag) => {
      let change = 0;
      for (let t = lag; t < frames; t++) change += Math.abs(at(r, t) - at(r, t - lag));
      return change / frames;
    });
    return [Math.sqrt(Math.max(0, squares / frames - mean * mean)), ...changes];
  }).flat();
}
