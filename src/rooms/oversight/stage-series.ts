/** Stages of quality as a line with its band. Pure. */
import type { QualityStage, StageMeasure } from '../../domain/oversight/quality-over-time.ts';
import type { ChartSeries } from '../../ui/line-chart-data.ts';

/** Stages without the figure (the class never came up) are no points. */
export function stageSeries(
  stages: readonly QualityStage[],
  measure: StageMeasure,
  label: string,
): ChartSeries {
  const points = stages.flatMap(({ to, figures }) => {
    const figure = figures[measure];
    return figure ? [{ ...figure, x: to, y: figure.value }] : [];
  });
  return { label, points };
}
