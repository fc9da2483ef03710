/** A posterior without doubt: every draw is the model itself. For callers that have no other. */
import type { QueryInput, QueryPosterior } from './strategy.ts';

export function pointPosterior({
  probabilities,
  classes,
}: Pick<QueryInput, 'probabilities' | 'classes'>): QueryPosterior {
  return {
    sample(rows, members) {
      const result = new Float32Array(members * rows.length * classes);
      for (let k = 0; k < members; k++)
        rows.forEach((row, i) => {
          const own = probabilities.subarray(row * classes, (row + 1) * classes);
          result.set(own, (k * rows.length + i) * classes);
        });
      return result;
    },
    covariance: (rows, others) => new Float32Array(rows.length * others.length),
    variances: (rows) => new Float32Array(rows.length),
    lengths: (rows) => new Float32Array(rows.length).fill(1),
  };
}
