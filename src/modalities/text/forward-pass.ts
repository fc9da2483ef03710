/** The whole way from text to probabilities, and what counts as another answer. */
import type { ItemContent } from '../../domain/records.ts';
import type { CounterfactualRequest, LinearHead } from '../explain-contract.ts';
import { type TextState, textEncoder } from './encode.ts';

export interface Forward {
  readonly scores: Float64Array;
  readonly probabilities: readonly number[];
}

export function forwardPass(
  state: TextState,
  content: ItemContent,
  { head, mode }: Pick<CounterfactualRequest, 'head' | 'mode'>,
): Forward {
  const scores = scoreText(state, content, head);
  if (mode === 'multi')
    return { scores, probabilities: [...scores].map((score) => 1 / (1 + Math.exp(-score))) };
  const top = Math.max(...scores);
  const raised = [...scores].map((score) => Math.exp(score - top));
  const sum = raised.reduce((total, value) => total + value, 0);
  return { scores, probabilities: raised.map((value) => value / sum) };
}

/** Scores by class, [classes]. */
export function scoreText(state: TextState, content: ItemContent, head: LinearHead): Float64Array {
  const { classes } = head;
  const { dense, denseDims, sparse } = textEncoder.encode(state, [content]);
  const scores = Float64Array.from(head.intercept);
  for (let k = 0; k < denseDims; k++)
    for (let c = 0; c < classes; c++)
      scores[c] =
        (scores[c] as number) + (dense[k] as number) * (head.dense[k * classes + c] as number);
  sparse.indices.forEach((column, e) => {
    for (let c = 0; c < classes; c++)
      scores[c] =
        (scores[c] as number) +
        (sparse.values[e] as number) * (head.sparse[column * classes + c] as number);
  });
  return scores;
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
  { scores }: Forward,
  { mode, target }: Pick<CounterfactualRequest, 'mode' | 'target'>,
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
