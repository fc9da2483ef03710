/**
 * Scores of a text under changes of single words, kept up to date term by term: removing a word
 * takes away one term and two pairs and makes one new pair. A change costs a few passes over the
 * latent width, about a microsecond, whatever the length of the text. Changes are undone in the
 * reverse order. Rounding gathers slowly, so what is found here is verified by a full forward pass.
 */
import type { LinearHead } from '../explain-contract.ts';
import type { TextState } from './encode.ts';
import { tfidfColumns } from './probe-state.ts';
import { spellWords } from './spelling.ts';
import { BIGRAM_JOINT } from './tokens.ts';
import { addScaled } from './vectors.ts';
import { rarityOf } from './vocabulary.ts';

export interface Probe {
  readonly size: number;
  readonly wordAt: (position: number) => string;
  readonly neighbours: (position: number) => readonly [string | null, string | null];
  remove(position: number): void;
  replace(position: number, word: string): void;
  undo(): void;
  /** Scores of all classes as the text stands; the array is reused. */
  readonly scores: () => Float64Array;
  /** A copy of the sums behind the scores. */
  readonly sums: () => ProbeSums;
  /** Words and pairs that the last change added or took away. */
  readonly touched: () => ReadonlySet<string>;
}

export interface ProbeSums {
  /** Value times weight over all terms, before the row is brought to unit length, [classes]. */
  readonly named: Float64Array;
  /** Squared length of the row. */
  readonly square: number;
  /** The latent views, words and spelling, before they are brought to unit length. */
  readonly views: readonly [Float64Array, Float64Array];
}

/** One word or pair: where it stands in the features and how often it occurs now. */
interface Term {
  readonly column: number;
  readonly idf: number;
  readonly isLatent: boolean;
  /** Image in the spelling view times rarity; null for pairs. */
  readonly spelt: Float64Array | null;
  count: number;
}

interface Change {
  readonly position: number;
  /** The word before the change. */
  readonly word: string;
  readonly kind: 'remove' | 'replace';
}

export function createProbe(state: TextState, tokens: readonly string[], head: LinearHead): Probe {
  const terms = new Map<string, Term>();
  const sums = createSums(state, head);
  const words = [...tokens];
  const size = tokens.length;
  // A ring of the words that are left; `size` is the end on both sides.
  const next = Int32Array.from({ length: size + 1 }, (_, i) => (i + 1) % (size + 1));
  const previous = Int32Array.from({ length: size + 1 }, (_, i) => (i + size) % (size + 1));
  const done: Change[] = [];
  let touched = new Set<string>();
  const termOf = (name: string, isWord: boolean): Term => {
    const known = terms.get(name);
    if (known) return known;
    const made = makeTerm(state, name, isWord);
    terms.set(name, made);
    return made;
  };
  const add = (name: string, isWord: boolean, by: 1 | -1): void => {
    touched.add(name);
    sums.move(termOf(name, isWord), by);
  };
  const addPair = (a: number, b: number, by: 1 | -1): void => {
    if (a !== size && b !== size) add(`${words[a]}${BIGRAM_JOINT}${words[b]}`, false, by);
  };
  /** All terms that a word at this place takes part in. */
  const addAt = (position: number, by: 1 | -1): void => {
    add(words[position] as string, true, by);
    addPair(previous[position] as number, position, by);
    addPair(position, next[position] as number, by);
  };
  for (let i = 0; i < size; i++) {
    add(words[i] as string, true, 1);
    if (i > 0) addPair(i - 1, i, 1);
  }
  return {
    size,
    wordAt: (position) => words[position] as string,
    neighbours: (position) => [
      words[previous[position] as number] ?? null,
      words[next[position] as number] ?? null,
    ],
    remove(position) {
      touched = new Set();
      const before = previous[position] as number;
      const after = next[position] as number;
      addAt(position, -1);
      addPair(before, after, 1);
      next[before] = after;
      previous[after] = before;
      done.push({ position, word: words[position] as string, kind: 'remove' });
    },
    replace(position, word) {
      touched = new Set();
      addAt(position, -1);
      done.push({ position, word: words[position] as string, kind: 'replace' });
      words[position] = word;
      addAt(position, 1);
    },
    undo() {
      const change = done.pop();
      if (!change) return;
      const { position, word, kind } = change;
      if (kind === 'replace') {
        addAt(position, -1);
        words[position] = word;
        addAt(position, 1);
        return;
      }
      const before = previous[position] as number;
      const after = next[position] as number;
      addPair(before, after, -1);
      next[before] = position;
      previous[after] = position;
      addAt(position, 1);
    },
    scores: sums.scores,
    sums: sums.copy,
    touched: () => touched,
  };
}

function makeTerm(state: TextState, name: string, isWord: boolean): Term {
  const { vocabulary, widths, wordBasis } = state;
  const column = tfidfColumns(state).get(name) ?? -1;
  const idf = vocabulary.idf[column] ?? 0;
  const latentTerms = widths.words === 0 ? 0 : wordBasis.length / widths.words;
  const isLatent = column >= 0 && column < latentTerms;
  const rarity = rarityOf(vocabulary, column);
  const spelt = isWord && widths.spelling > 0 ? spellingImage(state, name, rarity) : null;
  return { column, idf, isLatent, spelt, count: 0 };
}

/** Images by word; a project's words come up again and again. */
const images = new WeakMap<TextState['vocabulary'], Map<string, Float64Array>>();
const MOST_IMAGES = 20_000;

function spellingImage(state: TextState, word: string, rarity: number): Float64Array {
  const known = images.get(state.vocabulary) ?? new Map<string, Float64Array>();
  images.set(state.vocabulary, known);
  const found = known.get(word);
  if (found) return found;
  const width = state.widths.spelling;
  const spelt = spellWords([word], { idf: state.spellingIdf });
  const image = new Float64Array(width);
  spelt.indices.forEach((bucket, e) => {
    const value = (spelt.values[e] as number) * rarity;
    const at = bucket * width;
    for (let k = 0; k < width; k++)
      image[k] = (image[k] as number) + value * (state.spellingBasis[at + k] as number);
  });
  if (known.size > MOST_IMAGES) known.clear();
  known.set(word, image);
  return image;
}

interface Sums {
  /** One occurrence more or less. */
  move(term: Term, by: 1 | -1): void;
  readonly scores: () => Float64Array;
  readonly copy: () => ProbeSums;
}

function createSums(state: TextState, head: LinearHead): Sums {
  const { classes } = head;
  const { words: width, spelling: spellingWidth } = state.widths;
  const named = new Float64Array(classes);
  const view = new Float64Array(width);
  const spelling = new Float64Array(spellingWidth);
  const result = new Float64Array(classes);
  let square = 0;
  return {
    move(term, by) {
      const before = frequency(term.count);
      term.count += by;
      const change = frequency(term.count) - before;
      if (change === 0) return;
      if (term.column >= 0) {
        const value = change * term.idf;
        const at = term.column * classes;
        for (let c = 0; c < classes; c++)
          named[c] = (named[c] as number) + value * (head.sparse[at + c] as number);
        const old = before * term.idf;
        square += (old + value) ** 2 - old ** 2;
        if (term.isLatent) addScaled(view, state.wordBasis, term.column * width, value);
      }
      if (term.spelt) addScaled(spelling, term.spelt, 0, change);
    },
    copy: () => ({ named: named.slice(), square, views: [view.slice(), spelling.slice()] }),
    scores() {
      const scale = 1 / (Math.sqrt(Math.max(0, square)) || 1);
      for (let c = 0; c < classes; c++)
        result[c] = (head.intercept[c] as number) + scale * (named[c] as number);
      addView(result, view, head, 0);
      addView(result, spelling, head, width);
      return result;
    },
  };
}

/** Sublinear term frequency, as in `tfidf.ts`. */
function frequency(count: number): number {
  return count === 0 ? 0 : 1 + Math.log(count);
}

function addView(result: Float64Array, view: Float64Array, head: LinearHead, first: number): void {
  const { classes, dense } = head;
  let square = 0;
  for (const value of view) square += value * value;
  if (square < 1e-24) return; // What is left of rounding has no direction.
  const scale = 1 / Math.sqrt(square);
  for (let k = 0; k < view.length; k++) {
    const value = scale * (view[k] as number);
    const at = (first + k) * classes;
    for (let c = 0; c < classes; c++)
      result[c] = (result[c] as number) + value * (dense[at + c] as number);
  }
}
