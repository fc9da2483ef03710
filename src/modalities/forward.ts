/** From features to scores, probabilities and what counts as another answer; for every modality. */
import type { LabelMode } from '../domain/records.ts';
import type { Features } from './contract.ts';
import type { CounterfactualRequest, LinearHead } from './explain-contract.ts';

export interface Forward {
  readonly scores: Float64Array;
  readonly probabilities: readonly number[];
}

/** Scores of one row by class, [classes]. */
export function scoresOf(
  { dense, denseDims, sparse }: Features,
  row: number,
  head: LinearHead,
): Float64Array {
  const { classes } = head;
  const scores = Float64Array.from(head.intercept);
  const add = (value: number, weights: Float32Array, at: number): void => {
    for (let c = 0; c < classes; c++)
      scores[c] = (scores[c] as number) + value * (weights[at * classes + c] as number);
  };
  for (let k = 0; k < denseDims; k++) add(dense[row * denseDims + k] as number, head.dense, k);
  for (let e = sparse.indptr[row] as number; e < (sparse.indptr[row + 1] as number); e++)
    add(sparse.values[e] as number, head.sparse, sparse.indices[e] as number);
  return scores;
}

/** Softmax where one class is chosen, a logistic per class where any number may be. */
export function toForward(scores: Float64Array, mode: LabelMode): Forward {
  if (mode === 'multi')
    return { scores, probabilities: [...scores].map((score) => 1 / (1 + Math.exp(-score))) };
  const top = Math.max(...scores);
  const raised = [...scores].map((score) => Math.exp(score - top));
  const sum = raised.reduce((total, value) => total + value, 0);
  return { scores, probabilities: raised.map((value) => value / sum) };
}

export interface Goal {
  /** Positive while the answer stands, negative once it has flipped. */
  readonly margin: (scores: Float64Array) => number;
  /** Class whose score is to fall, and the one that is to rise; -1 where it does not matter. */
  readonly from: number;
  readonly to: number;
}

/** Null when there is nothing to flip: no classes, or the target is the answer already. */
export function goalOf(
  { scores }: Pick<Forward, 'scores'>,
  { mode, target }: Pick<CounterfactualRequest<unknown>, 'mode' | 'target'>,
): Goal | null {
  const classes = scores.length;
  if (classes === 0) return null;
  if (mode === 'multi') {
    const own = target ?? nearestToZero(scores);
    const isIn = (scores[own] ?? 0) > 0;
    const sign = isIn ? 1 : -1;
    return {
      margin: (now) => sign * (now[own] ?? 0),
      from: isIn ? own : -1,
      to: isIn ? -1 : own,
    };
  }
  const from = scores.indexOf(Math.max(...scores));
  if (classes < 2 || target === from) return null;
  const rivals = [...scores.keys()].filter((c) => c !== from);
  const to = target ?? rivals.reduce((a, b) => ((scores[b] ?? 0) > (scores[a] ?? 0) ? b : a));
  const margin = (now: Float64Array): number =>
    target === null
      ? (now[from] ?? 0) - largestBut(from, now)
      : largestBut(target, now) - (now[target] ?? 0);
  return { margin, from, to };
}

function largestBut(left: number, scores: Float64Array): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < scores.length; c++)
    if (c !== left && (scores[c] as number) > largest) largest = scores[c] as number;
  return largest;
}

function nearestToZero(scores: Float64Array): number {
  let best = 0;
  scores.forEach((score, c) => {
    if (Math.abs(score) < Math.abs(scores[best] ?? 0)) best = c;
  });
  return best;
}
