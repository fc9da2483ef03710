/**
 * How far out rows lie from the middle of their group: multivariate kurtosis (Mardia 1970), the mean
 * of the fourth power of their distance over what a normal distribution has at the same mean
 * square. 1 = as a normal distribution, more = heavier tails.
 */
import { solveLower } from '../../domain/math/cholesky.ts';
import type { Mixture, Points } from './mixture.ts';

export function tailsOf(
  { values, rows, dims }: Points,
  { groups, lower, means, shares }: Mixture,
): number {
  const points = values.slice();
  const centres = means.slice();
  solveLower(lower, dims, points);
  solveLower(lower, dims, centres);
  let [squares, fourths] = [0, 0];
  for (let g = 0; g < groups; g++)
    for (let r = 0; r < rows; r++) {
      let square = 0;
      for (let i = 0; i < dims; i++)
        square += ((points[i * rows + r] as number) - (centres[i * groups + g] as number)) ** 2;
      const share = shares[g * rows + r] as number;
      squares += (share * square) / rows;
      fourths += (share * square * square) / rows;
    }
  return squares > 0 ? (fourths * dims) / (squares * squares * (dims + 2)) : 1;
}
