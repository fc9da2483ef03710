/**
 * The labelled rows that the posterior rests on, with how sharply each bends the objective.
 *
 * The loss of a row bends it in the classes by  w (diag(p) - p p');  all classes share one number
 * here, its mean over the C - 1 directions that change the answer:  h = w (1 - sum p^2) / (C - 1).
 * Exact for two classes. Several classes per item: the mean of w p (1 - p) over them. So one factor
 * serves all classes, and the scores of different classes are drawn independently.
 */

import type { Targets } from '../head/loss.ts';
import type { LabelledRow } from '../head/types.ts';
import { curvatureOf } from './curvature.ts';

/** Each choice makes a factor of this size, and products of this many rows with all their columns. */
export const MOST_BASIS = 192;

export interface BasisRow {
  /** Place among the labels. */
  readonly index: number;
  readonly label: LabelledRow;
  readonly curvature: number;
}

export interface BasisInput {
  readonly labels: readonly LabelledRow[];
  readonly targets: Targets;
  /** Responses of the labelled rows, [labels x classes]. */
  readonly responses: Float64Array;
  /** Prior variance of each labelled row's score. */
  readonly variances: Float64Array;
}

/**
 * All rows, while they are few. Beyond `MOST_BASIS` a systematic sample with chances proportional to
 * curvature x prior variance, each row drawn counting for those left out: X' H X is estimated without
 * bias (Drineas, Kannan and Mahoney 2006). No chance is involved: equal labels, equal sample.
 */
export function chooseBasis({ labels, targets, responses, variances }: BasisInput): BasisRow[] {
  const curvatures = labels.map((_, i) => curvatureOf(targets, responses, i));
  const rows = labels.map((label, index) => ({
    ...{ index, label },
    curvature: curvatures[index] as number,
  }));
  if (labels.length <= MOST_BASIS) return rows;
  const importance = curvatures.map((curvature, i) => curvature * (variances[i] as number));
  const step = importance.reduce((sum, value) => sum + value, 0) / MOST_BASIS;
  const basis: BasisRow[] = [];
  let passed = 0;
  let next = step / 2;
  rows.forEach((row) => {
    const own = importance[row.index] as number;
    passed += own;
    let times = 0;
    for (; next < passed; next += step) times += 1;
    if (times > 0) basis.push({ ...row, curvature: (row.curvature * times * step) / own });
  });
  return basis;
}
