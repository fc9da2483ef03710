import { useEffect, useRef } from 'preact/hooks';
import type { ChartSeries } from './line-chart-data.ts';
import type { Chart } from './line-chart-draw.ts';
import { strings } from './strings.ts';
import './line-chart.css';

export interface LineChartProps {
  readonly series: readonly ChartSeries[];
  readonly xLabel: string;
  readonly yLabel: string;
  /** Pixels. */
  readonly height?: number;
}

/** Lines with their intervals. The drawing library is loaded when the first chart is shown. */
export function LineChart({ series, xLabel, yLabel, height = 180 }: LineChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const latest = useRef(series);
  latest.current = series;
  useEffect(() => {
    const host = element.current;
    let isCurrent = true;
    void import('./line-chart-draw.ts').then(({ drawChart }) => {
      if (!isCurrent || !host) return;
      chart.current = drawChart(host, { series: latest.current, xLabel, yLabel, height });
    });
    return () => {
      isCurrent = false;
      chart.current?.destroy();
      chart.current = null;
    };
  }, [xLabel, yLabel, height, series.length]);
  useEffect(() => {
    // A chart is never urgent: it is brought up to date when the page has nothing better to do.
    const ask = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
    const cancel = globalThis.cancelIdleCallback ?? clearTimeout;
    const handle = ask(() => chart.current?.update(series));
    return () => cancel(handle as number);
  }, [series]);
  return (
    <figure class="line-chart">
      <div ref={element} style={{ minHeight: `${height}px` }} aria-hidden="true" />
      <ChartTable series={series} xLabel={xLabel} yLabel={yLabel} />
    </figure>
  );
}

/** The same figures for those who do not see the drawing. */
function ChartTable({ series, xLabel, yLabel }: Omit<LineChartProps, 'height'>) {
  return (
    <table class="visually-hidden">
      <caption>{strings.chartTable(yLabel, xLabel)}</caption>
      <thead>
        <tr>
          <th scope="col">{xLabel}</th>
          <th scope="col">{yLabel}</th>
          <th scope="col">n</th>
        </tr>
      </thead>
      <tbody>
        {series.flatMap(({ label, points }) =>
          points.slice(-12).map((point) => (
            <tr key={`${label}-${point.x}-${point.n ?? 0}`}>
              <td>{point.x}</td>
              <td>{`${label} ${point.y.toFixed(3)}`}</td>
              <td>{point.n ?? ''}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
