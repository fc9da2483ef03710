/** Names and newest values at the right of a chart, moved apart where lines end close together. */
import { type Chart, type ChartLine, type Frame, frameOf } from './chart.ts';
import { laneStyle } from './lane-style.ts';
import { node, type SvgNode } from './svg-node.ts';

/** Lines of letters that a name may take. */
const MOST_LINES = 3;

export function drawEnds(chart: Chart, frame: Frame): readonly SvgNode[] {
  const { text } = chart;
  const room = Math.max(8, Math.floor((chart.width - frame.right - text * 1.6) / (text * 0.52)));
  const blocks = chart.lines.map((line) => {
    const last = line.points.at(-1);
    const words = wrap(line.label, room, MOST_LINES);
    return {
      line,
      words,
      y: last ? frame.y(last.value) : (frame.top + frame.bottom) / 2,
      lines: words.length + 1,
    };
  });
  const tops = placeApart(
    blocks.map(({ y, lines }) => ({
      wanted: y - (lines * text * 1.15) / 2,
      size: lines * text * 1.15,
    })),
    { least: 0, most: frame.bottom + text * 0.4 },
  );
  // Names go along with the ends of their lines.
  return blocks.map(({ line, words }, i) => drawEnd(chart, line, { words, top: tops[i] ?? 0 }));
}

interface EndWords {
  readonly words: readonly string[];
  readonly top: number;
}

function drawEnd(chart: Chart, { lane, points }: ChartLine, { words, top }: EndWords): SvgNode {
  const { text } = chart;
  const { colour, shape } = laneStyle(lane);
  const last = points.at(-1);
  const x = frameOf(chart).x(last?.labels ?? 0) + text * 0.7;
  const scale = (text * 0.8) / 24;
  const written = [...words, last ? `${(100 * last.value).toFixed(1)} %` : '…'];
  return node('g', {}, [
    node('path', {
      d: shape,
      fill: colour,
      transform: `translate(${x} ${top + text * 0.35}) scale(${scale})`,
    }),
    ...written.map((word, i) =>
      node(
        'text',
        {
          x: x + text * 1.1,
          y: top + text * (1 + 1.15 * i),
          'font-weight': i === written.length - 1 ? 640 : 400,
          // A rim of paper, so that lines behind do not disturb the letters.
          'paint-order': 'stroke',
          stroke: chart.colours.paper,
          'stroke-width': text / 4,
        },
        [word],
      ),
    ),
  ]);
}

/** Breaks at spaces; what does not fit into the last line is cut with an ellipsis. */
export function wrap(label: string, room: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  const end = kept.at(-1);
  if (lines.length > most && end !== undefined) kept[most - 1] = `${end}…`;
  return kept;
}

interface Block {
  readonly wanted: number;
  readonly size: number;
}

/** Tops of blocks that do not overlap, in the order wanted, within the bounds where they fit. */
export function placeApart(
  blocks: readonly Block[],
  { least, most }: { readonly least: number; readonly most: number },
): readonly number[] {
  const order = blocks
    .map((_, i) => i)
    .sort((a, b) => (blocks[a]?.wanted ?? 0) - (blocks[b]?.wanted ?? 0));
  const tops = blocks.map(({ wanted }) => wanted);
  let free = least;
  for (const i of order) {
    tops[i] = Math.max(free, tops[i] ?? 0);
    free = (tops[i] ?? 0) + (blocks[i]?.size ?? 0);
  }
  let ceiling = most;
  for (const i of order.toReversed()) {
    tops[i] = Math.max(least, Math.min(tops[i] ?? 0, ceiling - (blocks[i]?.size ?? 0)));
    ceiling = tops[i] ?? 0;
  }
  return tops;
}
