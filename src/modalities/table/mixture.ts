/**
 * A mixture of normal distributions that share one covariance, by expectation and maximisation
 * (Dempster, Laird and Rubin 1977; McLachlan and Peel 2000, 3.3). The shared covariance is the
 * total one less what lies between the means, shrunk towards its diagonal by dims / (rows + dims).
 */
import { choleskyFactor, solveLower } from '../../domain/math/cholesky.ts';

/** Column by column: [dims x rows]. */
export interface Points {
  readonly values: Float64Array;
  readonly rows: number;
  readonly dims: number;
}

export interface Mixture {
  readonly groups: number;
  /** [dims x groups] */
  readonly means: Float64Array;
  /** Lower Cholesky factor of the covariance within groups, [dims x dims]. */
  readonly lower: Float64Array;
  /** Probability of each group for each row, [groups x rows]. */
  readonly shares: Float64Array;
  /** Part of all rows in each group, summing to 1. */
  readonly weights: Float64Array;
  readonly logLikelihood: number;
}

const ROUNDS = 60;
/** Gain in log-likelihood a row below which the search has arrived. */
const STILL = 1e-5;
/** Least variance within groups as a share of the total. */
const FLOOR = 1e-3;
const SMALLEST = 1e-12;

/** Covariance of all rows, [dims x dims], and their mean. */
export interface Total {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
}

export function totalOf({ values, rows, dims }: Points): Total {
  const mean = Float64Array.from({ length: dims }, (_, i) => {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += values[i * rows + r] as number;
    return sum / rows;
  });
  const covariance = new Float64Array(dims * dims);
  for (let i = 0; i < dims; i++)
    for (let j = 0; j < dims; j++) {
      let sum = 0;
      for (let r = 0; r < rows; r++)
        sum +=
          ((values[i * rows + r] as number) - (mean[i] as number)) *
          ((values[j * rows + r] as number) - (mean[j] as number));
      covariance[i * dims + j] = sum / rows;
    }
  return { mean, covariance };
}

/** From a first guess of the shares, [groups x rows], which is left as it was. */
export function fitMixture(points: Points, total: Total, guess: Float64Array): Mixture {
  const groups = guess.length / points.rows;
  let last = maximise(points, total, guess);
  let found = expect(points, last, groups);
  for (let round = 1; round < ROUNDS; round++) {
    last = maximise(points, total, found.shares);
    const next = expect(points, last, groups);
    const gain = next.logLikelihood - found.logLikelihood;
    found = next;
    if (gain < STILL * points.rows) break;
  }
  return { groups, ...last, ...found };
}

interface Parameters {
  readonly weights: Float64Array;
  /** [dims x groups] */
  readonly means: Float64Array;
  readonly lower: Float64Array;
}

function maximise({ values, rows, dims }: Points, total: Total, shares: Float64Array): Parameters {
  const groups = shares.length / rows;
  const weights = new Float64Array(groups);
  const means = new Float64Array(dims * groups);
  for (let g = 0; g < groups; g++) {
    const own = shares.subarray(g * rows, (g + 1) * rows);
    const size = Math.max(
      SMALLEST,
      own.reduce((sum, share) => sum + share, 0),
    );
    weights[g] = size / rows;
    for (let i = 0; i < dims; i++) {
      let sum = 0;
      for (let r = 0; r < rows; r++) sum += (own[r] as number) * (values[i * rows + r] as number);
      means[i * groups + g] = sum / size;
    }
  }
  return { weights, means, lower: factorWithin({ total, weights, means, rows, dims }) };
}

interface Between {
  readonly total: Total;
  readonly weights: Float64Array;
  readonly means: Float64Array;
  readonly rows: number;
  readonly dims: number;
}

function factorWithin({ total, weights, means, rows, dims }: Between): Float64Array {
  const kept = rows / (rows + dims);
  const { mean, covariance } = total;
  const groups = weights.length;
  const within = covariance.map((all, at) => {
    const [i, j] = [Math.floor(at / dims), at % dims];
    let value = all;
    for (let g = 0; g < groups; g++)
      value -=
        (weights[g] as number) *
        ((means[i * groups + g] as number) - (mean[i] as number)) *
        ((means[j * groups + g] as number) - (mean[j] as number));
    return i === j ? Math.max(value, 0) + FLOOR * all + SMALLEST : kept * value;
  });
  return choleskyFactor(within, dims);
}

function expect(
  { values, rows, dims }: Points,
  { weights, means, lower }: Parameters,
  groups: number,
): { readonly shares: Float64Array; readonly logLikelihood: number } {
  const points = values.slice();
  const centres = means.slice();
  solveLower(lower, dims, points);
  solveLower(lower, dims, centres);
  let constant = -(dims / 2) * Math.log(2 * Math.PI);
  for (let i = 0; i < dims; i++) constant -= Math.log(lower[i * dims + i] as number);
  const shares = new Float64Array(groups * rows);
  for (let g = 0; g < groups; g++) {
    const own = shares.subarray(g * rows, (g + 1) * rows);
    own.fill(Math.log(Math.max(SMALLEST, weights[g] as number)));
    for (let i = 0; i < dims; i++)
      for (let r = 0; r < rows; r++) {
        const off = (points[i * rows + r] as number) - (centres[i * groups + g] as number);
        own[r] = (own[r] as number) - (off * off) / 2;
      }
  }
  return { shares, logLikelihood: rows * constant + normalise(shares, rows) };
}

/** Log weights to shares that sum to one in each row, in place; returns the summed log of their sums. */
function normalise(shares: Float64Array, rows: number): number {
  let logs = 0;
  for (let r = 0; r < rows; r++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let at = r; at < shares.length; at += rows) top = Math.max(top, shares[at] as number);
    let sum = 0;
    for (let at = r; at < shares.length; at += rows) {
      shares[at] = Math.exp((shares[at] as number) - top);
      sum += shares[at] as number;
    }
    for (let at = r; at < shares.length; at += rows) shares[at] = (shares[at] as number) / sum;
    logs += top + Math.log(sum);
  }
  return logs;
}
