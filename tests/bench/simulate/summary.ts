/** Curves of several seeds as one line a person reads. */
import type { Played, SimulatedPoint } from './play.ts';

export type Measure = 'accuracy' | 'macroF1';

export interface Spot {
  readonly labels: number;
  readonly mean: number;
  /** Standard error of the mean over the seeds; 0 with one seed. */
  readonly error: number;
  readonly n: number;
}

/** Mean of the seeds at every number of labels that all of them have. */
export function meanCurve(runs: readonly Played[], measure: Measure): readonly Spot[] {
  return (runs[0]?.points ?? []).flatMap(({ labels }) => {
    const found = runs.flatMap(
      ({ points }) => points.find((point) => point.labels === labels) ?? [],
    );
    return found.length === runs.length ? [spot(labels, found, measure)] : [];
  });
}

function spot(labels: number, points: readonly SimulatedPoint[], measure: Measure): Spot {
  const values = points.map((point) => point[measure]);
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { labels, mean, error: n > 1 ? Math.sqrt(square / (n - 1) / n) : 0, n };
}

/** Labels at which the curve first reaches the goal, between two points by the straight line; null = never. */
export function labelsFor(curve: readonly Spot[], goal: number): number | null {
  const at = curve.findIndex(({ mean }) => mean >= goal);
  const after = curve[at];
  if (!after) return null;
  const before = curve[at - 1];
  if (!before) return after.labels;
  const share = (goal - before.mean) / (after.mean - before.mean);
  return before.labels + share * (after.labels - before.labels);
}

/** Value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
