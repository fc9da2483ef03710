/** Learning curves as a drawing: bands, lines with dashes and shapes, names at their ends. */
import { type Chart, type ChartLine, type Frame, frameOf } from './chart.ts';
import { drawEnds } from './draw-ends.ts';
import { laneStyle } from './lane-style.ts';
import { node, type SvgNode } from './svg-node.ts';

/** Shapes on a line, evenly: enough to tell lines apart, few enough to see the line. */
const SHAPES = 6;
const CLIP = 'plot';

export function drawChart(chart: Chart): SvgNode {
  const frame = frameOf(chart);
  const { width, height, rim, font, colours, text, title, note } = chart;
  const whole = { width: width + 2 * rim, height: height + 2 * rim };
  return node(
    'svg',
    {
      viewBox: `${-rim} ${-rim} ${whole.width} ${whole.height}`,
      ...whole,
      'font-family': font,
      'font-size': text,
      fill: colours.ink,
    },
    [
      node('rect', { x: -rim, y: -rim, ...whole, fill: colours.paper }),
      node('text', { x: 0, y: text * 1.1, 'font-weight': 640 }, [title]),
      ...drawAxes(chart, frame),
      drawClip(frame),
      node('g', { 'clip-path': `url(#${CLIP})` }, [
        ...chart.lines.map((line) => drawBand(line, frame)),
        ...chart.lines.flatMap((line) => drawLine(chart, line, frame)),
      ]),
      ...drawEnds(chart, frame),
      node('text', { x: 0, y: height - text * 0.3, 'font-size': text * 0.8, fill: colours.quiet }, [
        note,
      ]),
    ],
  );
}

/** What lies below the axis is not drawn; shapes may reach over the other edges. */
function drawClip({ left, right, top, bottom }: Frame): SvgNode {
  const size = { x: 0, y: 0, width: right + left, height: bottom + (bottom - top) * 0.02 };
  return node('clipPath', { id: CLIP }, [node('rect', size)]);
}

function drawAxes({ floor, most, text, colours, xLabel }: Chart, frame: Frame): SvgNode[] {
  const steps = floor >= 0.8 ? 0.05 : floor >= 0.5 ? 0.1 : 0.2;
  const shares: number[] = [];
  for (let share = 1; share >= floor - 1e-9; share -= steps) shares.push(share);
  const quiet = { fill: colours.quiet, 'font-size': text * 0.9 };
  const under = frame.bottom + text * 1.1;
  return [
    ...shares.flatMap((share) => {
      const y = round(frame.y(share));
      return [
        node('path', { d: `M${frame.left} ${y}H${round(frame.right)}`, stroke: colours.line }),
        node(
          'text',
          { ...quiet, x: frame.left - text * 0.4, y: y + text * 0.3, 'text-anchor': 'end' },
          [`${Math.round(100 * share)} %`],
        ),
      ];
    }),
    ...[0, most].map((labels) =>
      node('text', { ...quiet, x: round(frame.x(labels)), y: under, 'text-anchor': 'middle' }, [
        String(labels),
      ]),
    ),
    node('text', { ...quiet, x: round(frame.x(most / 2)), y: under, 'text-anchor': 'middle' }, [
      xLabel,
    ]),
  ];
}

function drawBand({ lane, points }: ChartLine, { x, y }: Frame): SvgNode {
  const banded = points.filter((point) => point.low !== undefined);
  const upper = banded.map(({ labels, high = 0 }) => `${round(x(labels))} ${round(y(high))}`);
  const lower = banded
    .map(({ labels, low = 0 }) => `${round(x(labels))} ${round(y(low))}`)
    .reverse();
  const d = banded.length > 1 ? `M${[...upper, ...lower].join('L')}Z` : '';
  return node('path', { d, fill: laneStyle(lane).colour, 'fill-opacity': 0.16 });
}

function drawLine({ most, text }: Chart, { lane, points }: ChartLine, { x, y }: Frame): SvgNode[] {
  const { colour, dash, shape } = laneStyle(lane);
  const at = points.map(({ labels, value }) => `${round(x(labels))} ${round(y(value))}`);
  const every = Math.max(1, Math.round(most / SHAPES));
  const scale = (text * 0.6) / 24;
  const marks = points.filter(
    ({ labels }, i) => (labels + lane) % every === 0 || i === points.length - 1,
  );
  const stroke = {
    fill: 'none',
    stroke: colour,
    'stroke-width': text / 5,
    'stroke-dasharray': dash,
    'stroke-linejoin': 'round',
  };
  return [
    node('path', { d: at.length > 1 ? `M${at.join('L')}` : '', ...stroke }),
    ...marks.map(({ labels, value }) =>
      node('path', {
        d: shape,
        fill: colour,
        transform: `translate(${round(x(labels) - 12 * scale)} ${round(y(value) - 12 * scale)}) scale(${round(scale)})`,
      }),
    ),
  ];
}

/** Hundredths of a pixel are enough, and files stay small. */
const round = (value: number): number => Math.round(value * 100) / 100;
