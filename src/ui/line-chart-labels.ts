import type uPlot from 'uplot';
import type { ChartSeries } from './line-chart-data.ts';

/** Room between two labels, in CSS pixels. */
const LINE_HEIGHT = 15;

interface LineEnd {
  readonly line: number;
  readonly x: number;
  readonly y: number;
  /** Lower end of the interval there. */
  readonly low: number | null;
}

/** The last drawn value of each line: `column` is its place among uPlot's series (three a line). */
export function lineEnds(data: uPlot.AlignedData, count: number): readonly LineEnd[] {
  return Array.from({ length: count }, (_, line) => line).flatMap((line) => {
    const column = data[line * 3 + 3] ?? [];
    for (let i = column.length - 1; i >= 0; i--) {
      const x = data[0][i];
      const y = column[i];
      const low = data[line * 3 + 2]?.[i] ?? null;
      if (typeof x === 'number' && typeof y === 'number') return [{ line, x, y, low }];
    }
    return [];
  });
}

/** Moves heights apart, in their order, until none is nearer to the next than `gap`. */
export function spread(heights: readonly number[], gap: number): readonly number[] {
  const order = heights.map((_, i) => i).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let last = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    last = Math.max(heights[i] ?? 0, last + gap);
    placed[i] = last;
  }
  return placed;
}

/** Several lines are told apart by their names at their ends, not by colour alone. */
export function drawLabels(plot: uPlot, series: readonly ChartSeries[], ink: string): void {
  if (series.length < 2) return;
  const { ctx, bbox } = plot;
  const scale = devicePixelRatio;
  const ends = lineEnds(plot.data, series.length);
  const heights = spread(
    ends.map(({ y }) => plot.valToPos(y, 'y', true)),
    LINE_HEIGHT * scale,
  );
  ctx.save();
  ctx.fillStyle = ink;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'bottom';
  ends.forEach(({ line, x, low }, i) => {
    const right = Math.min(plot.valToPos(x, 'x', true), bbox.left + bbox.width);
    // Over a whisker the name would hide it: it stands at its foot.
    const isUnder = series[line]?.marks === 'whiskers' && low !== null;
    const y = isUnder ? plot.valToPos(low, 'y', true) + 20 * scale : (heights[i] ?? 0) - 4 * scale;
    ctx.fillText(series[line]?.label ?? '', right, y);
  });
  ctx.restore();
}
