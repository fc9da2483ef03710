/**
 * BADGE: the gradient that the model's own guess would give, g = (p - onehot(guess)) outer h, is
 * long where the model is unsure and points where it would learn; k-means++ over the gradients
 * takes long ones that differ. Never built: distances factorise,
 *   |g_i|^2 = |r_i|^2 |h_i|^2,   <g_i, g_j> = <r_i, r_j> <h_i, h_j>,
 * so a centre costs O(n (C + d)) and memory O(n) instead of O(n C d).
 */
import type { Rng } from '../math/rng.ts';
import type { QueryInput, QueryStrategy, RankedQuery } from './strategy.ts';
import { dotOf } from './vector-math.ts';

/** p - onehot(guess) of every candidate, [candidates x classes]; several per item: p - (p >= 1/2). */
export function residualsOf(
  input: Pick<QueryInput, 'probabilities' | 'classes' | 'mode' | 'candidates'>,
) {
  const { probabilities, classes, mode, candidates } = input;
  const residuals = new Float32Array(candidates.length * classes);
  for (let i = 0; i < candidates.length; i++) {
    const own = probabilities.subarray(
      (candidates[i] as number) * classes,
      ((candidates[i] as number) + 1) * classes,
    );
    const guess = own.indexOf(Math.max(...own));
    for (let c = 0; c < classes; c++) {
      const p = own[c] as number;
      const isGuessed = mode === 'single' ? c === guess : p >= 0.5;
      residuals[i * classes + c] = p - (isGuessed ? 1 : 0);
    }
  }
  return residuals;
}

export interface Gradients {
  readonly size: number;
  /** Squared length of gradient i. */
  readonly square: (i: number) => number;
  readonly squaredDistance: (i: number, j: number) => number;
}

export function gradientsOf(input: QueryInput): Gradients {
  const { vectors, candidates, classes } = input;
  const residuals = residualsOf(input);
  const inner = (i: number, j: number): number => {
    let sum = 0;
    for (let c = 0; c < classes; c++)
      sum += (residuals[i * classes + c] as number) * (residuals[j * classes + c] as number);
    return sum * dotOf(vectors, candidates[i] as number, candidates[j] as number);
  };
  const squares = Float64Array.from(candidates, (_, i) => inner(i, i));
  return {
    size: candidates.length,
    square: (i) => squares[i] as number,
    squaredDistance: (i, j) =>
      Math.max(0, (squares[i] as number) + (squares[j] as number) - 2 * inner(i, j)),
  };
}

export interface Draw {
  readonly index: number;
  /** Probability of this draw given those before; 1 for the first, which is no draw. */
  readonly probability: number;
}

/**
 * k-means++ seeding (Arthur and Vassilvitskii 2007) from the longest gradient on: distances count
 * to the picked ones alone (the origin is no centre), and what is picked has probability zero.
 * Where all that is left coincides with picks, the lowest index follows.
 */
export function seedGradients(gradients: Gradients, count: number, rng: Rng): readonly Draw[] {
  const { size } = gradients;
  const nearest = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const draws: Draw[] = [];
  const take = (index: number, probability: number): void => {
    draws.push({ index, probability });
    for (let i = 0; i < size; i++)
      nearest[i] = Math.min(nearest[i] as number, gradients.squaredDistance(i, index));
    nearest[index] = -1;
  };
  if (size > 0 && count > 0) take(longest(gradients), 1);
  while (draws.length < Math.min(count, size)) {
    const { index, probability } = drawNext(nearest, rng);
    take(index, probability);
  }
  return draws;
}

function longest({ size, square }: Gradients): number {
  let best = 0;
  for (let i = 1; i < size; i++) if (square(i) > square(best)) best = i;
  return best;
}

/** Picked ones hold -1: they are never drawn. */
function drawNext(nearest: Float64Array, rng: Rng): Draw {
  let total = 0;
  for (const value of nearest) if (value > 0) total += value;
  if (total === 0) return { index: nearest.findIndex((value) => value >= 0), probability: 1 };
  let left = rng.next() * total;
  let last = -1;
  for (let i = 0; i < nearest.length; i++) {
    const value = nearest[i] as number;
    if (value <= 0) continue;
    last = i;
    left -= value;
    if (left < 0) break;
  }
  return { index: last, probability: (nearest[last] as number) / total };
}

function rank(input: QueryInput): readonly RankedQuery[] {
  const why = { kind: 'varied' } as const;
  return seedGradients(gradientsOf(input), input.count, input.rng).map(
    ({ index, probability }) => ({
      row: input.candidates[index] as number,
      score: null,
      probability,
      why,
    }),
  );
}

export const badge = {
  id: 'badge',
  family: 'spread',
  label: 'Gradients (BADGE)',
  hint: 'Asks where the model would change most, in as many different directions as it can.',
  source: 'Ash et al., ICLR 2020: k-means++ over gradient embeddings, distances factorised',
  needsModel: true,
  rank,
} as const satisfies QueryStrategy;
