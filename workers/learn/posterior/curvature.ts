/** How sharply one labelled row bends the objective in the score of a class, shared by the classes. */
import type { Targets } from '../head/loss.ts';

/** Formula in `basis.ts`; a row with the squared loss bends it by its weight. */
export function curvatureOf(
  { classes, mode, weights, squares }: Targets,
  responses: Float64Array,
  row: number,
): number {
  const weight = weights[row] as number;
  if (squares?.[row]) return weight;
  let sum = 0;
  for (let at = row * classes; at < (row + 1) * classes; at++) {
    const p = responses[at] as number;
    sum += mode === 'multi' ? p * (1 - p) : p * p;
  }
  const mean = mode === 'multi' ? sum / classes : (1 - sum) / Math.max(1, classes - 1);
  return weight * Math.max(0, mean);
}
