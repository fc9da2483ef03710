import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../../src/rooms/classroom/chart/chart.ts';
import { floorOf } from '../../../../src/rooms/classroom/chart/chart.ts';
import { drawChart } from '../../../../src/rooms/classroom/chart/draw-chart.ts';
import { placeApart, wrap } from '../../../../src/rooms/classroom/chart/draw-ends.ts';
import { laneStyle } from '../../../../src/rooms/classroom/chart/lane-style.ts';
import { node, writeSvg } from '../../../../src/rooms/classroom/chart/svg-node.ts';
import { blend } from '../../../../src/rooms/classroom/field/blend.ts';
import { contourOf } from '../../../../src/rooms/classroom/field/contour.ts';
import type { Raster } from '../../../../workers/api.ts';

/** The first class is sure at the left, the second at the right, in a straight slope. */
function slope(size: number): Raster {
  const values = new Uint8Array(size * size * 2);
  for (let i = 0; i < size * size; i++) {
    const right = (i % size) / (size - 1);
    values[2 * i] = Math.round(255 * (1 - right));
    values[2 * i + 1] = Math.round(255 * right);
  }
  return { size, classes: 2, values };
}

describe('the boundary', () => {
  it('runs where both classes are alike, from top to bottom', () => {
    const segments = contourOf(slope(12));
    for (const [ax, , bx] of segments) for (const x of [ax, bx]) expect(x).toBeCloseTo(0.5, 1);
    const ys = segments.flatMap(([, ay, , by]) => [ay, by]);
    expect(Math.min(...ys)).toBe(0);
    expect(Math.max(...ys)).toBe(1);
  });

  it('is nowhere in a plane of one opinion', () => {
    const values = new Uint8Array(4 * 4 * 2).map((_, i) => (i % 2 === 0 ? 200 : 55));
    expect(contourOf({ size: 4, classes: 2, values })).toEqual([]);
  });
});

describe('the plane in colours', () => {
  const paper = [250, 250, 250] as const;
  const colours = [
    [0, 0, 200],
    [200, 0, 0],
  ] as const;
  const size = 80;
  const pixels = blend({ raster: slope(12), size, colours, paper });
  const at = (column: number, row: number) =>
    [...pixels.slice(4 * (row * size + column), 4 * (row * size + column) + 3)] as number[];

  it('fades to paper where the model is unsure', () => {
    const far = (rgb: number[]) => Math.hypot(...rgb.map((v, k) => v - (paper[k] as number)));
    for (const row of [3, 40, 77]) {
      expect(far(at(size / 2, row))).toBeLessThan(12);
      expect(far(at(1, row))).toBeGreaterThan(80);
      expect(far(at(size - 2, row))).toBeGreaterThan(80);
    }
  });

  it('hatches each class its own way', () => {
    const dark = (x: number, y: number) => (at(x, y)[1] as number) < 90;
    const column = (x: number) => Array.from({ length: 40 }, (_, y) => dark(x, y + 20));
    for (const x of [0, size - 1]) expect(new Set(column(x)).size).toBe(2);
    // A line that rises is met one row higher one column on, one that falls one row lower.
    expect(column(1).slice(0, -1)).toEqual(column(0).slice(1));
    expect(column(size - 1).slice(1)).toEqual(column(size - 2).slice(0, -1));
  });
});

describe('the chart', () => {
  const chart: Chart = {
    lines: ['Random', 'A <long> & winding name of a strategy'].map((label, lane) => ({
      label,
      lane,
      points: [1, 2, 3].map((labels) => ({
        labels,
        value: 0.6 + 0.1 * labels,
        low: 0.5,
        high: 1,
        runs: 3,
      })),
    })),
    most: 3,
    floor: 0.5,
    xLabel: 'answers',
    title: 'Right on the test',
    note: 'n = 500',
    width: 800,
    height: 400,
    rim: 10,
    text: 16,
    font: 'serif',
    colours: { ink: '#000', quiet: '#333', line: '#ccc', paper: '#fff' },
  };

  it('is well-formed, names its lines and their newest value, and escapes', () => {
    const text = writeSvg(drawChart(chart));
    expect(text.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true);
    expect(text.match(/90\.0 %/g)).toHaveLength(2);
    expect(text).toContain('A &lt;long&gt; &amp;');
    expect(text).toContain('n = 500');
    expect(text).toContain('viewBox="-10 -10 820 420"');
    expect(text.match(/<[a-z]/g)?.length).toBe(text.match(/<\/[a-z]/g)?.length);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('draws nothing that is not a number before the first answer', () => {
    const empty = { ...chart, lines: chart.lines.map((line) => ({ ...line, points: [] })) };
    expect(writeSvg(drawChart(empty))).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('tells lanes apart by dash and shape, not by colour alone', () => {
    const styles = [0, 1, 2, 3].map(laneStyle);
    for (const part of ['colour', 'dash', 'shape'] as const)
      expect(new Set(styles.map((style) => style[part])).size).toBe(4);
  });

  it('moves names apart and keeps them inside', () => {
    const tops = placeApart(
      [
        { wanted: 95, size: 20 },
        { wanted: 90, size: 20 },
        { wanted: -5, size: 20 },
      ],
      { least: 0, most: 110 },
    );
    expect(tops).toEqual([90, 70, 0]);
  });

  it('breaks names at spaces and marks what it cuts', () => {
    expect(wrap('Smallest margin', 20, 2)).toEqual(['Smallest margin']);
    expect(wrap('Smallest margin, spread start', 10, 2)).toEqual(['Smallest', 'margin,…']);
  });

  it('has its floor at the tenth below the least', () => {
    expect(floorOf([0.73, 0.9])).toBe(0.7);
    expect(floorOf([0.99])).toBe(0.8);
    expect(floorOf([])).toBe(0.8);
  });

  it('writes attributes safely', () => {
    expect(writeSvg(node('g', { 'data-x': 'a"b' }))).toContain('data-x="a&quot;b"');
  });
});
