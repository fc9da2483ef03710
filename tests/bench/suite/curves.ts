/** Learning curves over seeds: means with their errors, and labels needed to reach a goal. */
import { createRng } from '../../../src/domain/math/rng.ts';
import { quantile } from '../../../src/domain/math/statistics.ts';

export interface CurvePoint {
  readonly labels: number;
  readonly score: number;
}

/** Of one seed, by ascending labels. */
export type Curve = readonly CurvePoint[];

export interface MeanScore {
  readonly mean: number;
  /** Standard error of the mean, s / sqrt(n); null with one value. */
  readonly error: number | null;
  readonly n: number;
}

/** Null when there is no value. */
export function meanOf(values: readonly number[]): MeanScore | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: n > 1 ? Math.sqrt(square / (n - 1) / n) : null, n };
}

/** Over the seeds that have this point; null when none has. */
export function meanAt(curves: readonly Curve[], labels: number): MeanScore | null {
  return meanOf(curves.flatMap((curve) => scoreAt(curve, labels) ?? []));
}

export function scoreAt(curve: Curve, labels: number): number | null {
  return curve.find((point) => point.labels === labels)?.score ?? null;
}

/** At every number of labels that all seeds have. */
export function meanCurve(curves: readonly Curve[]): Curve {
  const seeds = curves.map((_, seed) => seed);
  return meanOver(alignCurves(curves), seeds);
}

/**
 * Labels at which the curve first reaches the goal and still holds it at its next point, by the
 * straight line from the point before; null = not within the curve. The last point needs no next.
 */
export function labelsNeeded(curve: Curve, goal: number): number | null {
  const at = curve.findIndex(
    ({ score }, i) => score >= goal && (curve[i + 1]?.score ?? score) >= goal,
  );
  const reached = curve[at];
  if (!reached) return null;
  const before = curve[at - 1];
  if (!before || before.score >= goal) return reached.labels;
  const share = (goal - before.score) / (reached.score - before.score);
  return before.labels + share * (reached.labels - before.labels);
}

export interface RatioInput {
  /** Of the strategy and of random, by seed in the same order. */
  readonly strategy: readonly Curve[];
  readonly random: readonly Curve[];
  /** Goals by seed; the mean counts. */
  readonly goals: readonly number[];
}

export interface Ratio {
  readonly strategy: number | null;
  readonly random: number | null;
  readonly goal: number;
  /**
   * Labels of the strategy to those of random. Where random never arrives its longest curve counts,
   * so the true ratio is at most this; null where the strategy never arrives.
   */
  readonly ratio: number | null;
  readonly isBound: boolean;
  /** 5 % and 95 % of the ratio over seeds drawn with replacement, pairs kept; null = unknown. */
  readonly interval: readonly [number, number] | null;
}

const DRAWS = 400;

/** Percentile bootstrap (Efron 1979) over the seeds for the interval; seeded, so it is repeatable. */
export function ratioOf(input: RatioInput): Ratio {
  const grids = { strategy: alignCurves(input.strategy), random: alignCurves(input.random) };
  const count = input.goals.length;
  const all = Array.from({ length: count }, (_, seed) => seed);
  const { strategy, random, ratio, goal } = ratioFor(grids, input.goals, all);
  const rng = createRng(count);
  // A draw in which the strategy never arrives counts as all of its curve: at least so many.
  const drawn = Array.from({ length: count < 2 || ratio === null ? 0 : DRAWS }, () => {
    const seeds = all.map(() => rng.integer(count));
    const found = ratioFor(grids, input.goals, seeds);
    return found.ratio ?? found.end / found.randomEnd;
  });
  const low = quantile(drawn, 0.05);
  const high = quantile(drawn, 0.95);
  const interval = low === null || high === null ? null : ([low, high] as const);
  return { strategy, random, goal, ratio, isBound: ratio !== null && random === null, interval };
}

/** Curves at the labels that all of them have. */
interface Grid {
  readonly labels: readonly number[];
  /** By seed, then by place in `labels`. */
  readonly scores: readonly (readonly number[])[];
}

function alignCurves(curves: readonly Curve[]): Grid {
  const maps = curves.map((curve) => new Map(curve.map(({ labels, score }) => [labels, score])));
  const [first = []] = curves;
  const labels = first
    .map((point) => point.labels)
    .filter((at) => maps.every((map) => map.has(at)));
  return { labels, scores: maps.map((map) => labels.map((at) => map.get(at) as number)) };
}

function meanOver({ labels, scores }: Grid, seeds: readonly number[]): Curve {
  return labels.map((at, i) => {
    const sum = seeds.reduce((total, seed) => total + (scores[seed]?.[i] ?? 0), 0);
    return { labels: at, score: sum / seeds.length };
  });
}

function ratioFor(
  { strategy, random }: { readonly strategy: Grid; readonly random: Grid },
  goals: readonly number[],
  seeds: readonly number[],
) {
  const goal = seeds.reduce((sum, seed) => sum + (goals[seed] ?? 0), 0) / seeds.length;
  const own = meanOver(strategy, seeds);
  const others = meanOver(random, seeds);
  const needed = labelsNeeded(own, goal);
  const byRandom = labelsNeeded(others, goal);
  const end = own.at(-1)?.labels ?? 0;
  const randomEnd = byRandom ?? others.at(-1)?.labels ?? 1;
  const ratio = needed === null ? null : needed / randomEnd;
  return { strategy: needed, random: byRandom, goal, ratio, end, randomEnd };
}

export interface Difference {
  readonly labels: number;
  /** Mean over seeds of strategy minus random. */
  readonly mean: number;
  readonly error: number | null;
  /** Below zero by more than two standard errors. */
  readonly isWorse: boolean;
}

/** Strategy minus random at every number of labels that both have, seeds paired. */
export function differences(
  strategy: readonly Curve[],
  random: readonly Curve[],
): readonly Difference[] {
  return meanCurve(random).flatMap(({ labels }) => {
    const pairs = strategy.flatMap((curve, seed) => {
      const own = scoreAt(curve, labels);
      const other = scoreAt(random[seed] ?? [], labels);
      return own === null || other === null ? [] : [own - other];
    });
    const found = meanOf(pairs);
    if (!found) return [];
    const { mean, error } = found;
    return [{ labels, mean, error, isWorse: error !== null && mean < -2 * error }];
  });
}
