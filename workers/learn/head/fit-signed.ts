/**
 * The optimum under signs: some columns may not speak against (or for) a class. A convex problem in
 * a convex set, so its solution is one and a function of what stands. Primal-dual active sets
 * (Hintermüller, Ito and Kunisch 2003): a column is held at the border of its cone where the weight
 * it would take, w - gradient / precision, lies outside; the rest is solved as ever; again until no
 * column changes sides. At the end w is the projection of w - gradient / precision, which is what
 * being optimal means (Bertsekas 1999, 2.3).
 */
import type { Features } from '../../../src/modalities/contract.ts';
import { normalsOf, projectOnCone } from './cone.ts';
import { type Fit, type FitInput, fitUnder, type Held } from './fit-under.ts';
import { respond } from './loss.ts';
import { type FeaturePrior, factorOf } from './priors.ts';
import { buildTargets } from './targets.ts';
import { type HeadWeights, rowScores } from './weights.ts';

/** Rounds in which every column may change sides; then one a round, which cannot run in circles. */
const FREE_ROUNDS = 12;
const MOST_ROUNDS = 80;

export function fitSigned(input: FitInput): Fit {
  const signed = input.priors.filter(({ signs }) => signs?.some((sign) => sign !== 0));
  let held: readonly Held[] = holdFor(signed, signed.map(meansOf), input);
  let start = input.start;
  for (let round = 0; ; round++) {
    const fit = fitUnder({ ...input, start, priors: tamed(input.priors, held) }, held);
    const free = freeWeights(input, signed, fit.weights);
    const next = holdFor(signed, free, input);
    if (round >= MOST_ROUNDS || isOptimal(signed, free, fit.weights, input)) return fit;
    const moved = changedColumns(held, next);
    if (moved.length === 0) return fit;
    const own = new Set(round < FREE_ROUNDS ? moved : moved.slice(0, 1));
    held = [
      ...held.filter(({ column }) => !own.has(column)),
      ...next.filter(({ column }) => own.has(column)),
    ].sort((a, b) => a.column - b.column);
    start = fit.next;
  }
}

/** Distance of a weight from where it should be at which the rest is rounding. */
const CLOSE = 1e-5;

/** True when every signed weight is the projection of what it would be if it were free. */
function isOptimal(
  signed: readonly FeaturePrior[],
  free: readonly Float64Array[],
  { sparse, classes }: HeadWeights,
  { mode }: FitInput,
): boolean {
  return signed.every(({ column, signs = [] }, i) => {
    const { point } = projectOnCone(free[i] as Float64Array, normalsOf(signs, mode));
    return point.every(
      (value, c) => Math.abs(value - (sparse[column * classes + c] as number)) <= CLOSE,
    );
  });
}

function meansOf({ means, signs = [] }: FeaturePrior): Float64Array {
  return Float64Array.from(means ?? signs.map(() => 0));
}

/** The columns whose free weight lies outside their cone, with what holds them at its border. */
function holdFor(
  signed: readonly FeaturePrior[],
  free: readonly Float64Array[],
  { mode }: FitInput,
): readonly Held[] {
  return signed.flatMap((prior, i): readonly Held[] => {
    const normals = normalsOf(prior.signs ?? [], mode);
    const { holding } = projectOnCone(free[i] as Float64Array, normals);
    return holding.length === 0 ? [] : [{ column: prior.column, normals: holding }];
  });
}

/** Means of held columns are moved to the border too: what stays is orthogonal to what holds. */
function tamed(priors: readonly FeaturePrior[], held: readonly Held[]): readonly FeaturePrior[] {
  if (held.length === 0) return priors;
  const holding = new Map(held.map(({ column, normals }) => [column, normals]));
  return priors.map((prior) => {
    const normals = prior.block === 'sparse' ? holding.get(prior.column) : undefined;
    if (!normals || !prior.means) return prior;
    const both = normals.flatMap((normal) => [normal, normal.map((value) => -value)]);
    return { ...prior, means: [...projectOnCone(Float64Array.from(prior.means), both).point] };
  });
}

/** w - gradient / precision of the signed columns, [classes] each: X' a / precision + mean. */
function freeWeights(
  { features, labels, classes, mode, hyper }: FitInput,
  signed: readonly FeaturePrior[],
  weights: HeadWeights,
): readonly Float64Array[] {
  const sums = signed.map(() => new Float64Array(classes));
  const squares = new Float64Array(signed.length);
  const at = new Map(signed.map(({ column }, i) => [column, i]));
  const targets = buildTargets({ labels, classes, mode, balance: hyper.balance });
  const responses = rowScores(features, labels, weights);
  respond(responses, targets);
  labels.forEach(({ row }, r) => {
    eachSigned(features, row, at, (i, value) => {
      const own = sums[i] as Float64Array;
      squares[i] = (squares[i] as number) + value * value;
      for (let c = 0; c < classes; c++) {
        const error =
          (targets.truth[r * classes + c] as number) - (responses[r * classes + c] as number);
        own[c] = (own[c] as number) + value * (targets.weights[r] as number) * error;
      }
    });
  });
  return sums.map((sum, i) => {
    const prior = signed[i] as FeaturePrior;
    const precision = hyper.sparse * factorOf(prior, squares[i] as number, hyper.sparse);
    const means = meansOf(prior);
    return sum.map((value, c) => value / precision + (means[c] ?? 0));
  });
}

function eachSigned(
  { sparse }: Features,
  row: number,
  at: ReadonlyMap<number, number>,
  visit: (i: number, value: number) => void,
): void {
  for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++) {
    const i = at.get(sparse.indices[e] as number);
    if (i !== undefined) visit(i, sparse.values[e] as number);
  }
}

/** Columns that are held otherwise than before, ascending. */
function changedColumns(before: readonly Held[], after: readonly Held[]): readonly number[] {
  const keyOf = ({ normals }: Held): string => normals.map((normal) => normal.join()).join(';');
  const [a, b] = [before, after].map(
    (held) => new Map(held.map((one) => [one.column, keyOf(one)])),
  ) as [Map<number, string>, Map<number, string>];
  const columns = [...new Set([...a.keys(), ...b.keys()])].sort((x, y) => x - y);
  return columns.filter((column) => a.get(column) !== b.get(column));
}
