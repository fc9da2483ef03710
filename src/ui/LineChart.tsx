import { useEffect, useRef } from 'preact/hooks';
import type { ChartSeries } from './line-chart-data.ts';
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
  useEffect(() => {
    const host = element.current;
    let isCurrent = true;
    let destroy: () => void = () => undefined;
    void import('./line-chart-draw.ts').then(({ drawChart }) => {
      if (isCurrent && host) destroy = drawChart(host, { series, xLabel, yLabel, height });
    });
    return () => {
      isCurrent = false;
      destroy();
    };
  }, [series, xLabel, yLabel, height]);
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
      <caption>{`${yLabel} by ${xLabel}`}</caption>
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
