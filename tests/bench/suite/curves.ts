/** Learning curves over seeds: means with their errors, and labels needed to reach a goal. */
import { createRng, type Rng } from '../../../src/domain/math/rng.ts';
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
  const [first = []] = curves;
  return first.flatMap(({ labels }) => {
    const found = meanAt(curves, labels);
    return found && found.n === curves.length ? [{ labels, score: found.mean }] : [];
  });
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

const DRAWS = 1_000;

/** Percentile bootstrap (Efron 1979) over the seeds for the interval; seeded, so it is repeatable. */
export function ratioOf(input: RatioInput): Ratio {
  const all = input.goals.map((_, seed) => seed);
  const { strategy, random, ratio, goal } = ratioFor(input, all);
  const rng = createRng(all.length);
  const drawn = all.length < 2 || ratio === null ? [] : draws(input, rng);
  const ends = [quantile(drawn, 0.05), quantile(drawn, 0.95)] as const;
  const [low, high] = ends;
  const interval = low === null || high === null ? null : ([low, high] as const);
  return { strategy, random, goal, ratio, isBound: ratio !== null && random === null, interval };
}

/** A draw in which the strategy never arrives counts as all of its curve: at least so many. */
function draws(input: RatioInput, rng: Rng): readonly number[] {
  const count = input.goals.length;
  return Array.from({ length: DRAWS }, () => {
    const seeds = Array.from({ length: count }, () => rng.integer(count));
    const found = ratioFor(input, seeds);
    return found.ratio ?? found.end / found.randomEnd;
  });
}

function ratioFor({ strategy, random, goals }: RatioInput, seeds: readonly number[]) {
  const pick = <T>(values: readonly T[]): T[] => seeds.map((seed) => values[seed] as T);
  const goal = meanOf(pick(goals))?.mean ?? 0;
  const own = meanCurve(pick(strategy));
  const others = meanCurve(pick(random));
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
