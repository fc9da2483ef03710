import { useMemo } from 'preact/hooks';
import type { EvaluationReport } from '../../../../workers/api.ts';
import { LineChart } from '../../../ui/LineChart.tsx';
import type { ChartSeries } from '../../../ui/line-chart-data.ts';
import type { ReportProps } from '../props.ts';
import { sayGain } from '../say-gain.ts';
import { strings } from '../strings.ts';

const HEIGHT_PX = 260;

/** Measured models with their whiskers, and the law that is drawn on from them. */
export function Curve({ report }: ReportProps) {
  const series = useMemo(() => toSeries(report), [report]);
  return (
    <section class="quality-section" aria-labelledby="quality-curve">
      <h2 id="quality-curve">{strings.curve.title}</h2>
      <p class="quality-say">{sayGain(report.gain)}</p>
      {report.curve.length > 1 ? (
        <LineChart
          series={series}
          xLabel={strings.curve.x}
          yLabel={strings.curve.y}
          height={HEIGHT_PX}
        />
      ) : (
        <p class="quality-quiet">{strings.curve.short}</p>
      )}
      {report.gain.kind === 'gain' && <p class="quality-quiet">{strings.curve.likely}</p>}
    </section>
  );
}

function toSeries({ curve, gain }: EvaluationReport): readonly ChartSeries[] {
  const measured: ChartSeries = {
    label: strings.curve.points,
    marks: 'whiskers',
    points: curve.map(({ labels, value, low, high, n }) => ({ x: labels, y: value, low, high, n })),
  };
  if (gain.kind !== 'gain') return [measured];
  const fit: ChartSeries = {
    label: strings.curve.fit,
    colour: 'var(--ink-quiet)',
    points: gain.band.map(({ labels, value, low, high }) => ({
      x: labels,
      y: value,
      low,
      high,
      n: gain.n,
    })),
  };
  return [fit, measured];
}
