import type { ClassShape } from './entropy-at.ts';
import type { QueryStrategy, QueryWhy } from './strategy.ts';
import { topRows } from './top-rows.ts';

/**
 * Expected length of the gradient of the log loss in the scores of one row, before its answer is
 * known: sum_y p_y |p - e_y|; several classes per item: the sum over the classes of 2 p (1 - p). The
 * gradient in the weights is longer by the length of the features.
 */
export function expectedScoreGradient(
  values: ArrayLike<number>,
  start: number,
  { classes, mode }: ClassShape,
): number {
  let squares = 0;
  for (let at = start; at < start + classes; at++) squares += (values[at] as number) ** 2;
  let sum = 0;
  for (let at = start; at < start + classes; at++) {
    const p = values[at] as number;
    // |p - e_y|^2 = |p|^2 - 2 p_y + 1; rounding may leave it just below zero.
    sum += mode === 'multi' ? 2 * p * (1 - p) : p * Math.sqrt(Math.max(0, squares - 2 * p + 1));
  }
  return sum;
}

const WHY: QueryWhy = { kind: 'changes-model' };

/** Lengths are measured in units of the prior, so that all weights are alike before anything is learned. */
export const expectedModelChange = {
  id: 'expected-model-change',
  family: 'outcome',
  label: 'Largest change',
  hint: 'Asks the item whose answer, whatever it is, would move the model furthest.',
  source:
    'Settles, Craven and Ray, NIPS 2007: expected gradient length, sum_y p(y|x) |x| |p - e_y|',
  needsModel: true,
  rank(input) {
    const { candidates, probabilities, classes, posterior } = input;
    const lengths = posterior.lengths(candidates);
    return topRows(
      candidates,
      input.count,
      (row, i) =>
        (lengths[i] as number) * expectedScoreGradient(probabilities, row * classes, input),
      () => WHY,
    );
  },
} as const satisfies QueryStrategy;
