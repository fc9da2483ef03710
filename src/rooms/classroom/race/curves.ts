/** Learning curves of a race: one run with its interval, or the mean of several with their band. */
import { wilsonInterval } from '../../../domain/evaluation/wilson.ts';
import { quantile } from '../../../domain/math/statistics.ts';
import type { Measure } from '../scene/scene.ts';
import type { Frames } from './frames.ts';

export interface CurvePoint {
  readonly labels: number;
  /** In [0, 1]. */
  readonly value: number;
  /** Band over the runs (10 to 90 %), or Wilson's interval of one run; absent where there is none. */
  readonly low?: number;
  readonly high?: number;
  /** Runs behind the point. */
  readonly runs: number;
}

export interface CurveOptions {
  readonly frames: Frames;
  readonly lanes: number;
  /** Runs asked for. */
  readonly seeds: number;
  /** Answers of a whole run. */
  readonly labels: number;
  /** Items in the test. */
  readonly test: number;
  readonly measure: Measure;
}

/** One curve a lane. Of several runs the first counts as it goes, the others once they are whole. */
export function curvesOf(options: CurveOptions): readonly (readonly CurvePoint[])[] {
  const runs = runsThatCount(options);
  return Array.from({ length: options.lanes }, (_, lane) => curveOf(options, lane, runs));
}

export function runsThatCount({ frames, lanes, seeds, labels }: CurveOptions): readonly number[] {
  const all = Array.from({ length: seeds }, (_, run) => run);
  return all.filter((run) => run === 0 || frames.reached(run, lanes) >= labels);
}

function curveOf(
  options: CurveOptions,
  lane: number,
  runs: readonly number[],
): readonly CurvePoint[] {
  const points: CurvePoint[] = [];
  for (let labels = 1; labels <= options.labels; labels++) {
    const values = runs.flatMap((run) => {
      const frame = options.frames.at(run, lane, labels);
      if (!frame) return [];
      return [options.measure === 'right' ? frame.right : frame.macroF1];
    });
    if (values.length > 0) points.push(pointOf(options, labels, values));
  }
  return points;
}

function pointOf(
  { test, measure, seeds }: CurveOptions,
  labels: number,
  values: readonly number[],
): CurvePoint {
  const value = values.reduce((sum, one) => sum + one, 0) / values.length;
  const own = { labels, value, runs: values.length };
  if (values.length > 1)
    return { ...own, low: quantile(values, 0.1) ?? value, high: quantile(values, 0.9) ?? value };
  // One run of a share has the interval of its test; macro-F1 has none in closed form.
  if (measure === 'right' && seeds === 1 && test > 0)
    return { ...own, ...wilsonInterval(Math.round(value * test), test) };
  return own;
}
