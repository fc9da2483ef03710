/** The reliability diagram as lines: what an honest model would have, and what this one has. Pure. */
import type { TrustReport } from '../../../workers/api.ts';
import type { ReliabilityBin } from '../../domain/trust/reliability.ts';
import type { ChartSeries } from '../../ui/line-chart-data.ts';
import { strings } from './strings.ts';

const { calibration: words } = strings;

export function toSeries({ bins, binsBefore }: TrustReport): readonly ChartSeries[] {
  return [
    {
      label: words.ideal,
      colour: 'var(--line-strong)',
      points: [0, 1].map((x) => ({ x, y: x })),
    },
    { label: words.raw, colour: 'var(--ink-quiet)', points: binsBefore.map(toPoint) },
    { label: words.scaled, points: bins.map(toPoint) },
  ];
}

const toPoint = ({ meanConfidence, right }: ReliabilityBin) => ({
  x: meanConfidence,
  y: right.value,
  low: right.low,
  high: right.high,
  n: right.n,
});
