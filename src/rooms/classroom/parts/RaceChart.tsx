import { createElement, type VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { drawChart } from '../chart/draw-chart.ts';
import type { SvgNode } from '../chart/svg-node.ts';
import { chartOf } from '../race/chart-of.ts';
import type { RaceShow } from '../race/race-show.ts';
import { strings } from '../strings.ts';
import { lookOf } from './chart-look.ts';

interface RaceChartProps {
  readonly show: RaceShow;
  /** Changes with the look of the app. */
  readonly look: string;
}

/** Paper around the drawing, both sides together, in pixels. */
const RIM = 8;

/** The curves as they stand, as wide as their place. */
export function RaceChart({ show, look }: RaceChartProps) {
  const host = useRef<HTMLElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const measure = (): void =>
      setSize({ width: element.clientWidth - RIM, height: element.clientHeight - RIM });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [look]);
  // Read so that the chart follows the frames.
  void show.version.value;
  const chart = size && host.current && chartOf(show, lookOf(host.current, size));
  const words = chart?.lines.flatMap(({ label, points }) => {
    const last = points.at(-1);
    return last
      ? [strings.chart.line(label, `${(100 * last.value).toFixed(1)} %`, last.labels)]
      : [];
  });
  return (
    <figure class="race-chart" ref={host}>
      {chart && (
        <div role="img" aria-label={`${strings.chart.label(words ?? [])} ${chart.note}`}>
          {toElement(drawChart(chart))}
        </div>
      )}
    </figure>
  );
}

function toElement({ tag, attributes, children }: SvgNode): VNode {
  const inner = children.map((child) => (typeof child === 'string' ? child : toElement(child)));
  return createElement(tag, attributes as Record<string, string>, ...inner);
}
