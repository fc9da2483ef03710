/**
 * Draws by chance, the likelier the smaller the margin, and says with what probability: what an
 * unbiased estimate of quality from asked items needs (LURE; Farquhar, Gal and Rainforth 2021).
 * Each draw m from the rows left:  q(i) = (1 - FLOOR) w_i / sum w + FLOOR / rows left,
 * w = exp((1 - margin) / TEMPERATURE). The floor keeps every q away from zero, so no estimate
 * explodes over an item the model was wrongly sure of.
 */
import type { Rng } from '../math/rng.ts';
import { marginOf } from './margin.ts';
import type { QueryInput, QueryStrategy, RankedQuery } from './strategy.ts';

export const FLOOR = 0.1;
/** A margin larger by this much is e times less likely. */
const TEMPERATURE = 0.05;

export interface Drawn {
  readonly index: number;
  readonly probability: number;
}

/**
 * Probability of each row to be drawn next; a weight of 0 is a row that was drawn already. Summed
 * anew each time: what is subtracted again and again leaves rounding behind.
 */
export function drawShares(left: Float64Array): Float64Array {
  let total = 0;
  let open = 0;
  for (const weight of left) {
    total += weight;
    if (weight > 0) open++;
  }
  return left.map((weight) => (weight > 0 ? ((1 - FLOOR) * weight) / total + FLOOR / open : 0));
}

/** Sequential draws without replacement; `weights` are above zero and stay as they were. */
export function drawWithFloor(weights: Float64Array, count: number, rng: Rng): readonly Drawn[] {
  const left = Float64Array.from(weights);
  const draws: Drawn[] = [];
  while (draws.length < Math.min(count, weights.length)) {
    const shares = drawShares(left);
    const index = drawIndex(shares, rng);
    draws.push({ index, probability: Math.min(1, shares[index] as number) });
    left[index] = 0;
  }
  return draws;
}

function drawIndex(shares: Float64Array, rng: Rng): number {
  let rest = rng.next();
  let last = 0;
  for (let i = 0; i < shares.length; i++) {
    const own = shares[i] as number;
    if (own === 0) continue;
    last = i;
    rest -= own;
    if (rest < 0) break;
  }
  return last;
}

function rank(input: QueryInput): readonly RankedQuery[] {
  const { candidates, count, rng } = input;
  const weights = Float64Array.from(candidates, (row) =>
    Math.exp(-marginOf(input, row) / TEMPERATURE),
  );
  const why = { kind: 'sampled' } as const;
  return drawWithFloor(weights, count, rng).map(({ index, probability }) => ({
    row: candidates[index] as number,
    score: null,
    probability,
    why,
  }));
}

export const sampledMargin = {
  id: 'sampled-margin',
  family: 'uncertainty',
  label: 'Margin by lot',
  hint: 'Draws by chance, mostly where the model wavers, so that answers to chosen items can measure quality too.',
  source:
    'softmax of the margin with a uniform floor of 10 %; Kirsch et al. 2023; Kossen et al. 2021',
  needsModel: true,
  rank,
} as const satisfies QueryStrategy;
