/**
 * How many groups the rows fall into, without any label: mixtures of one to eight groups, compared by
 * the integrated completed likelihood (Biernacki, Celeux and Govaert 2000), which is the Bayesian
 * information criterion plus twice the entropy of the shares, so that groups that overlap do not count.
 */
import { createRng, deriveSeed, type Rng } from '../../domain/math/rng.ts';
import { fitMixture, type Mixture, type Points, totalOf } from './mixture.ts';

const MOST_GROUPS = 8;
const STARTS = 3;
const ROWS_PER_GROUP = 10;
/** Fewer are outliers and no group: mixtures that have such are passed over. */
const SMALLEST_SHARE = 0.05;
const LLOYD_ROUNDS = 10;

/** The mixture of the lowest criterion. Needs at least one row and one dimension. */
export function findGroups(points: Points, seed: number): Mixture {
  const rng = createRng(deriveSeed(seed, 'groups'));
  const total = totalOf(points);
  const most = Math.max(1, Math.min(MOST_GROUPS, Math.floor(points.rows / ROWS_PER_GROUP)));
  let best = fitMixture(points, total, new Float64Array(points.rows).fill(1));
  let least = criterion(best, points);
  for (let groups = 2; groups <= most; groups++) {
    const tried = Array.from({ length: STARTS }, () =>
      fitMixture(points, total, guess(points, groups, rng)),
    ).filter(({ weights }) => Math.min(...weights) >= SMALLEST_SHARE);
    const found = tried.toSorted((a, b) => b.logLikelihood - a.logLikelihood)[0];
    if (!found) continue;
    const value = criterion(found, points);
    if (value >= least) continue;
    [best, least] = [found, value];
  }
  return best;
}

function criterion({ groups, logLikelihood, shares }: Mixture, { rows, dims }: Points): number {
  const parameters = groups * dims + (dims * (dims + 1)) / 2 + groups - 1;
  const entropy = shares.reduce(
    (sum, share) => (share > 0 ? sum - share * Math.log(share) : sum),
    0,
  );
  return -2 * logLikelihood + parameters * Math.log(rows) + 2 * entropy;
}

/** k-means from a k-means++ start (Arthur and Vassilvitskii 2007): shares of zero and one. */
function guess(points: Points, groups: number, rng: Rng): Float64Array {
  const { rows } = points;
  const first = rowAt(points, rng.integer(rows));
  const centres: Float64Array[] = [first];
  const nearest = distances(points, first);
  while (centres.length < groups) {
    const next = rowAt(points, drawn(nearest, rng));
    centres.push(next);
    distances(points, next).forEach((square, r) => {
      nearest[r] = Math.min(nearest[r] as number, square);
    });
  }
  let shares = assign(points, centres);
  for (let round = 1; round < LLOYD_ROUNDS; round++)
    shares = assign(
      points,
      centres.map((own, g) => meanOf(points, shares.subarray(g * rows, (g + 1) * rows)) ?? own),
    );
  return shares;
}

function rowAt({ values, rows, dims }: Points, row: number): Float64Array {
  return Float64Array.from({ length: dims }, (_, i) => values[i * rows + row] as number);
}

/** Squared distance of every row to the centre. */
function distances({ values, rows, dims }: Points, centre: Float64Array): Float64Array {
  const squares = new Float64Array(rows);
  for (let i = 0; i < dims; i++)
    for (let r = 0; r < rows; r++)
      squares[r] =
        (squares[r] as number) + ((values[i * rows + r] as number) - (centre[i] as number)) ** 2;
  return squares;
}

/** A row with a probability in proportion to its weight; the last when all weigh nothing. */
function drawn(weights: Float64Array, rng: Rng): number {
  let left = rng.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return found < 0 ? weights.length - 1 : found;
}

function assign(points: Points, centres: readonly Float64Array[]): Float64Array {
  const { rows } = points;
  const squares = centres.map((centre) => distances(points, centre));
  const shares = new Float64Array(centres.length * rows);
  for (let r = 0; r < rows; r++) {
    let best = 0;
    for (let g = 1; g < centres.length; g++)
      if ((squares[g]?.[r] as number) < (squares[best]?.[r] as number)) best = g;
    shares[best * rows + r] = 1;
  }
  return shares;
}

/** Null when no row belongs to it. */
function meanOf({ values, rows, dims }: Points, shares: Float64Array): Float64Array | null {
  const size = shares.reduce((sum, share) => sum + share, 0);
  if (size === 0) return null;
  return Float64Array.from({ length: dims }, (_, i) => {
    let sum = 0;
    for (let r = 0; r < rows; r++) sum += (shares[r] as number) * (values[i * rows + r] as number);
    return sum / size;
  });
}
