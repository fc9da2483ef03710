import type uPlot from 'uplot';
import type { ChartSeries } from './line-chart-data.ts';

const DOT_RADIUS = 4.5;
const CAP = 4;

/** Single measurements: a dot with its whisker each, and no line that would claim what lies between. */
export function drawWhiskers(
  plot: uPlot,
  series: readonly ChartSeries[],
  colourOf: (one: ChartSeries) => string,
): void {
  const { ctx } = plot;
  const scale = devicePixelRatio;
  ctx.save();
  series.forEach((one, i) => {
    if (one.marks !== 'whiskers') return;
    ctx.strokeStyle = colourOf(one);
    ctx.fillStyle = colourOf(one);
    ctx.lineWidth = 2 * scale;
    const [highs, lows, values] = [1, 2, 3].map((k) => plot.data[i * 3 + k] ?? []);
    plot.data[0].forEach((at, k) => {
      const value = values?.[k];
      if (typeof value !== 'number') return;
      const x = plot.valToPos(at, 'x', true);
      const y = (share: number | null | undefined): number =>
        plot.valToPos(share ?? value, 'y', true);
      const ends = [y(lows?.[k]), y(highs?.[k])];
      ctx.beginPath();
      ctx.moveTo(x, ends[0] ?? 0);
      ctx.lineTo(x, ends[1] ?? 0);
      for (const end of ends) {
        ctx.moveTo(x - CAP * scale, end);
        ctx.lineTo(x + CAP * scale, end);
      }
      ctx.stroke();
      ctx.beginPath();
      ctx.arc(x, y(value), DOT_RADIUS * scale, 0, 2 * Math.PI);
      ctx.fill();
    });
  });
  ctx.restore();
}
