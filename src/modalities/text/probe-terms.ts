/** The words and pairs of a text while words are changed: what each is worth, and how often it occurs. */
import type { LinearHead } from '../explain-contract.ts';
import type { TextState } from './encode.ts';
import { dot } from './vectors.ts';
import { rarityOf } from './vocabulary.ts';
import { wordImage } from './word-images.ts';

/** One word or pair: where it stands in the features and how often it occurs now. */
export interface Term {
  readonly column: number;
  readonly idf: number;
  /** Its row in the basis of words begins here; -1 outside the view. */
  readonly latentAt: number;
  /** What it adds to the view of words counted once, as scores, [classes]. */
  readonly latentScores: Float64Array | null;
  /** Image in the spelling view, and its scores; null for pairs. */
  readonly spelt: Float32Array | null;
  readonly speltScores: Float64Array | null;
  /** What an occurrence weighs in that view. */
  readonly rarity: number;
  count: number;
}

/** A term that occurs so many times more (or fewer). */
export interface Move {
  readonly term: Term;
  by: number;
}

export interface TermInput {
  readonly state: TextState;
  readonly head: LinearHead;
  readonly name: string;
  /** -1 where the vocabulary does not have it. */
  readonly column: number;
  readonly isWord: boolean;
}

export function makeTerm({ state, head, name, column, isWord }: TermInput): Term {
  const { vocabulary, widths, wordBasis } = state;
  const latentTerms = widths.words === 0 ? 0 : wordBasis.length / widths.words;
  const latentAt = column >= 0 && column < latentTerms ? column * widths.words : -1;
  const spelt = isWord && widths.spelling > 0 ? wordImage(state, name) : null;
  const weights = viewWeights(head, widths);
  return {
    column,
    idf: vocabulary.idf[column] ?? 0,
    latentAt,
    latentScores: latentAt < 0 ? null : scoresBy(weights[0], wordBasis, latentAt),
    spelt,
    speltScores: spelt && scoresBy(weights[1], spelt, 0),
    rarity: rarityOf(vocabulary, column),
    count: 0,
  };
}

function scoresBy(weights: readonly Float64Array[], image: Float32Array, at: number) {
  const scores = new Float64Array(weights.length);
  for (let c = 0; c < weights.length; c++) scores[c] = dot(weights[c] as Float64Array, image, at);
  return scores;
}

type ViewWeights = readonly [readonly Float64Array[], readonly Float64Array[]];
const known = new WeakMap<Float32Array, ViewWeights>();

/** The dense weights of each class in one piece, by view. */
function viewWeights({ classes, dense }: LinearHead, widths: TextState['widths']): ViewWeights {
  const found = known.get(dense);
  if (found) return found;
  const cut = (first: number, width: number): Float64Array[] =>
    Array.from({ length: classes }, (_, c) =>
      Float64Array.from({ length: width }, (_, k) => dense[(first + k) * classes + c] as number),
    );
  const made: ViewWeights = [cut(0, widths.words), cut(widths.words, widths.spelling)];
  known.set(dense, made);
  return made;
}

/** Sublinear term frequency, as in `tfidf.ts`. */
export function frequency(count: number): number {
  return count <= 1 ? count : 1 + Math.log(count);
}

/** By how much a move changes the frequency. */
export function frequencyChange({ term, by }: Move): number {
  return frequency(term.count + by) - frequency(term.count);
}
