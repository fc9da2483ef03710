/** From a race to what its chart is drawn from. */
import type { Chart, ChartColours } from '../chart/chart.ts';
import { floorOf } from '../chart/chart.ts';
import { strings } from '../strings.ts';
import { type CurvePoint, curvesOf, runsThatCount } from './curves.ts';
import { laneName } from './lane-name.ts';
import type { RaceShow } from './race-show.ts';

export interface ChartLook {
  readonly width: number;
  readonly height: number;
  readonly rim: number;
  readonly text: number;
  readonly font: string;
  readonly colours: ChartColours;
}

/**
 * Up to the answers shown. The axis is that of the whole race, so that it holds still, but for the first
 * questions, which are no strategy's and would press the rest together.
 */
export function chartOf({ scene, stage, frames }: RaceShow, look: ChartLook): Chart {
  const { lanes, seeds, measure, at, startCount, labels: wanted } = scene.value;
  const { labels = wanted, test = 0 } = stage.value ?? {};
  const options = { frames, lanes: lanes.length, seeds, labels, test, measure };
  const curves = curvesOf(options);
  const runs = runsThatCount(options).length;
  const isBanded = curves.some((points) => points.some(({ low }) => low !== undefined));
  return {
    ...look,
    lines: curves.map((points, lane) => ({
      label: laneName(lanes, lane),
      lane,
      points: points.filter((point) => point.labels <= at),
    })),
    most: labels,
    floor: floorOf(curves.flatMap((points) => lowsFrom(points, startCount))),
    xLabel: strings.chart.x,
    title: strings.chart.title[measure],
    note: strings.chart.note(runs, seeds, test, isBanded),
  };
}

function lowsFrom(points: readonly CurvePoint[], first: number): readonly number[] {
  return points.filter(({ labels }) => labels >= first).map(({ low, value }) => low ?? value);
}
