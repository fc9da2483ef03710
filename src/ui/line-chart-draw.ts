import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type ChartSeries, toColumns } from './line-chart-data.ts';
import { drawLabels } from './line-chart-labels.ts';
import { drawWhiskers } from './line-chart-whiskers.ts';

export interface ChartDrawing {
  readonly series: readonly ChartSeries[];
  readonly xLabel: string;
  readonly yLabel: string;
  readonly height: number;
}

/** Half of a long number on the x axis, in pixels: the last label must not be cut. */
const LABEL_OVERHANG = 28;

/** Answers are counted: between two whole numbers there is none. */
const WHOLE_STEPS = [1, 2, 5].flatMap((step) => [0, 1, 2, 3, 4, 5, 6].map((n) => step * 10 ** n));
WHOLE_STEPS.sort((a, b) => a - b);
/** Of what lies between 0 and 1. */
const FINE_STEPS = [0.1, 0.2, 0.25, 0.5, 1];

/** No ticks nearer than this. */
const TICK_SPACE_PX = 56;

export interface Chart {
  /** New points for the same lines. */
  update(series: readonly ChartSeries[]): void;
  destroy(): void;
}

/** Draws into the host and keeps to its width. */
export function drawChart(host: HTMLElement, drawing: ChartDrawing): Chart {
  const style = getComputedStyle(host);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const colourOf = ({ colour = 'var(--spark)' }: ChartSeries): string => {
    const named = /^var\((--[\w-]+)\)$/.exec(colour)?.[1];
    return named ? token(named) : colour; // A canvas knows no tokens.
  };
  const axis = {
    stroke: token('--ink-quiet'),
    grid: { stroke: token('--line'), width: 1 },
    ticks: { stroke: token('--line'), width: 1 },
    font: `13px ${style.fontFamily}`,
  };
  const plot = new uPlot(
    {
      width: Math.max(120, host.clientWidth),
      height: drawing.height,
      padding: [null, LABEL_OVERHANG, null, null],
      legend: { show: false },
      cursor: { show: false },
      hooks: {
        draw: [
          (drawn) => drawWhiskers(drawn, drawing.series, colourOf),
          (drawn) => drawLabels(drawn, drawing.series, token('--ink')),
        ],
      },
      scales: { x: { time: false }, y: { range: yRange } },
      axes: [
        {
          ...axis,
          incrs: (_plot, _axis, from, to) => (to - from > 2 ? WHOLE_STEPS : FINE_STEPS),
          space: TICK_SPACE_PX,
          label: drawing.xLabel,
          labelFont: `13px ${style.fontFamily}`,
          labelSize: 22,
          size: 34,
        },
        {
          ...axis,
          size: 58,
          values: (_, ticks) => ticks.map((tick) => `${Math.round(tick * 100)} %`),
        },
      ],
      series: [{}, ...drawing.series.flatMap((one) => lineSeries(one, colourOf(one)))],
      bands: drawing.series.flatMap((one, i) => (one.marks ? [] : [bandOf(i, colourOf(one))])),
    },
    toColumns(drawing.series),
    host,
  );
  const observer = new ResizeObserver(() => {
    plot.setSize({ width: Math.max(120, host.clientWidth), height: drawing.height });
  });
  observer.observe(host);
  return {
    update: (series) => plot.setData(toColumns(series)),
    destroy() {
      observer.disconnect();
      plot.destroy();
    },
  };
}

/** Shares keep the whole of 0 to 100 % in view unless all lie in the upper half. */
function yRange(_: uPlot, low: number, high: number): [number, number] {
  return [low >= 0.5 ? 0.5 : 0, Math.max(1, high)];
}

function bandOf(line: number, colour: string): uPlot.Band {
  return {
    series: [line * 3 + 1, line * 3 + 2],
    fill: `color-mix(in srgb, ${colour} 22%, transparent)`, // The grid shows through it.
  };
}

function lineSeries({ label, marks, points }: ChartSeries, colour: string): uPlot.Series[] {
  const bound: uPlot.Series = { stroke: 'transparent', points: { show: false }, spanGaps: true };
  if (marks) return [bound, bound, { ...bound, label }];
  return [
    bound,
    bound,
    {
      label,
      stroke: colour,
      width: 3,
      spanGaps: true,
      points: { show: points.length < 3, size: 9, fill: colour },
    },
  ];
}
