/** The sums behind the scores of a text, kept up to date term by term. */
import type { LinearHead } from '../explain-contract.ts';
import type { TextState } from './encode.ts';
import { frequency, frequencyChange, type Move } from './probe-terms.ts';
import { dot } from './vectors.ts';

export interface ProbeSums {
  /** Value times weight over all terms, before the row is brought to unit length, [classes]. */
  readonly named: Float64Array;
  /** Squared length of the row. */
  square: number;
  /** The latent views, words and spelling, before they are brought to unit length. */
  readonly views: readonly [Float64Array, Float64Array];
  /** Their scores at that length, [classes] each. */
  readonly viewScores: readonly [Float64Array, Float64Array];
}

/** What is left of rounding has no direction. */
export const LEAST_SQUARE = 1e-24;

export function emptySums({ widths }: TextState, { classes }: LinearHead): ProbeSums {
  return {
    named: new Float64Array(classes),
    square: 0,
    views: [new Float64Array(widths.words), new Float64Array(widths.spelling)],
    viewScores: [new Float64Array(classes), new Float64Array(classes)],
  };
}

export function clear(sums: ProbeSums): void {
  sums.square = 0;
  for (const array of [sums.named, ...sums.views, ...sums.viewScores]) array.fill(0);
}

export function copySums(from: ProbeSums, to: ProbeSums): void {
  to.square = from.square;
  to.named.set(from.named);
  for (const v of [0, 1] as const) {
    to.views[v].set(from.views[v]);
    to.viewScores[v].set(from.viewScores[v]);
  }
}

/** Adds what a move brings, counted from how often the term occurs now. */
export function addMove(sums: ProbeSums, move: Move, state: TextState, head: LinearHead): void {
  const { term } = move;
  const change = frequencyChange(move);
  if (change === 0) return;
  const { named, views, viewScores } = sums;
  if (term.column >= 0) {
    const value = change * term.idf;
    addRow(named, head.sparse, term.column * head.classes, value);
    const old = frequency(term.count) * term.idf;
    sums.square += (old + value) ** 2 - old ** 2;
    if (term.latentScores) {
      addRow(views[0], state.wordBasis, term.latentAt, value);
      addScores(viewScores[0], term.latentScores, value);
    }
  }
  if (term.spelt && term.speltScores) {
    const value = change * term.rarity;
    addRow(views[1], term.spelt, 0, value);
    addScores(viewScores[1], term.speltScores, value);
  }
}

/** As `addScaled`, for one kind of array each: what runs most often is compiled for just that. */
function addRow(target: Float64Array, source: Float32Array, at: number, factor: number): void {
  const { length } = target;
  for (let k = 0; k < length; k++)
    target[k] = (target[k] as number) + factor * (source[at + k] as number);
}

function addScores(target: Float64Array, source: Float64Array, factor: number): void {
  for (let c = 0; c < target.length; c++)
    target[c] = (target[c] as number) + factor * (source[c] as number);
}

/** Scores of all classes, into `result`. */
export function scoresOf(sums: ProbeSums, head: LinearHead, result: Float64Array): Float64Array {
  const { named, square, views, viewScores } = sums;
  const scale = 1 / (Math.sqrt(Math.max(0, square)) || 1);
  const a = scaleOf(squareOf(views[0]));
  const b = scaleOf(squareOf(views[1]));
  for (let c = 0; c < result.length; c++)
    result[c] =
      (head.intercept[c] as number) +
      scale * (named[c] as number) +
      a * (viewScores[0][c] as number) +
      b * (viewScores[1][c] as number);
  return result;
}

export function scaleOf(square: number): number {
  return square < LEAST_SQUARE ? 0 : 1 / Math.sqrt(square);
}

export function squareOf(vector: Float64Array): number {
  return dot(vector, vector);
}
