/**
 * Scores of a text under changes of single words, kept up to date term by term: removing a word
 * takes away one term and two pairs and makes one new pair. A change costs a few passes over the
 * latent width, about a microsecond, whatever the length of the text. Changes are undone in the
 * reverse order. Rounding gathers slowly, so what is found here is verified by a full forward pass.
 */
import type { LinearHead } from '../explain-contract.ts';
import type { TextState } from './encode.ts';
import { tfidfColumns } from './probe-state.ts';
import { addMove, copySums, emptySums, type ProbeSums, scoresOf } from './probe-sums.ts';
import { type Move, makeTerm, type Term } from './probe-terms.ts';
import { BIGRAM_JOINT } from './tokens.ts';

export interface Probe {
  readonly size: number;
  readonly wordAt: (position: number) => string;
  readonly neighbours: (position: number) => readonly [string | null, string | null];
  remove(position: number): void;
  replace(position: number, word: string): void;
  undo(): void;
  /** Scores after these changes, made and taken back; the array is reused. */
  scoresAfter(changes: readonly WordChange[]): Float64Array;
  /** Scores of all classes as the text stands; the array is reused. */
  readonly scores: () => Float64Array;
  /** The sums behind the scores as they stand now. */
  readonly sums: ProbeSums;
  /** What removing (`put` null) or replacing this word would add and take away, each term once. */
  readonly movesOf: (position: number, put: string | null) => readonly Move[];
}

/** One word removed (`put` null) or replaced. */
export interface WordChange {
  readonly position: number;
  readonly put: string | null;
}

interface Change {
  readonly position: number;
  /** The word before the change. */
  readonly word: string;
  readonly kind: 'remove' | 'replace';
  readonly moves: readonly Move[];
}

export function createProbe(state: TextState, tokens: readonly string[], head: LinearHead): Probe {
  const terms = new Map<string, Term>();
  const sums = emptySums(state, head);
  const saved = emptySums(state, head);
  const result = new Float64Array(head.classes);
  const words = [...tokens];
  const size = tokens.length;
  // A ring of the words that are left; `size` is the end on both sides.
  const next = Int32Array.from({ length: size + 1 }, (_, i) => (i + 1) % (size + 1));
  const previous = Int32Array.from({ length: size + 1 }, (_, i) => (i + size) % (size + 1));
  const done: Change[] = [];
  const columns = tfidfColumns(state);
  /** Null where no feature has it: it changes nothing. */
  const termOf = (name: string, isWord: boolean): Term | null => {
    const known = terms.get(name);
    if (known) return known;
    const column = columns.get(name) ?? -1;
    if (column < 0 && !isWord) return null; // Most pairs that a change makes.
    const made = makeTerm({ state, head, name, column, isWord });
    terms.set(name, made);
    return made;
  };
  const apply = (move: Move, sign: 1 | -1): void => {
    const own = sign === 1 ? move : { term: move.term, by: -move.by };
    addMove(sums, own, state, head);
    own.term.count += own.by;
  };
  const note = (moves: Move[], term: Term | null, by: 1 | -1): void => {
    if (!term) return;
    for (const move of moves) {
      if (move.term !== term) continue;
      move.by += by;
      return;
    }
    moves.push({ term, by });
  };
  const notePair = (moves: Move[], a: string | undefined, b: string | undefined, by: 1 | -1) => {
    if (a !== undefined && b !== undefined)
      note(moves, termOf(`${a}${BIGRAM_JOINT}${b}`, false), by);
  };
  const movesOf = (position: number, put: string | null): readonly Move[] => {
    const moves: Move[] = [];
    const before = words[previous[position] as number];
    const after = words[next[position] as number];
    const word = words[position] as string;
    note(moves, termOf(word, true), -1);
    notePair(moves, before, word, -1);
    notePair(moves, word, after, -1);
    if (put === null) notePair(moves, before, after, 1);
    else {
      note(moves, termOf(put, true), 1);
      notePair(moves, before, put, 1);
      notePair(moves, put, after, 1);
    }
    return moves;
  };
  const change = (position: number, put: string | null): void => {
    const moves = movesOf(position, put);
    for (const move of moves) apply(move, 1);
    const kind = put === null ? 'remove' : 'replace';
    done.push({ position, word: words[position] as string, kind, moves });
    if (put !== null) words[position] = put;
    else join(previous[position] as number, next[position] as number);
  };
  const join = (before: number, after: number): void => {
    next[before] = after;
    previous[after] = before;
  };
  const putBack = ({ position, word, kind }: Change): void => {
    words[position] = word;
    if (kind === 'replace') return;
    next[previous[position] as number] = position;
    previous[next[position] as number] = position;
  };
  for (let i = 0; i < size; i++) {
    const moves: Move[] = [];
    note(moves, termOf(words[i] as string, true), 1);
    notePair(moves, words[i - 1], words[i], 1);
    for (const move of moves) apply(move, 1);
  }
  return {
    size,
    wordAt: (position) => words[position] as string,
    neighbours: (position) => [
      words[previous[position] as number] ?? null,
      words[next[position] as number] ?? null,
    ],
    remove: (position) => change(position, null),
    replace: (position, word) => change(position, word),
    undo() {
      const last = done.pop();
      if (!last) return;
      for (const move of last.moves) apply(move, -1);
      putBack(last);
    },
    scoresAfter(changes) {
      copySums(sums, saved);
      for (const { position, put } of changes) change(position, put);
      scoresOf(sums, head, result);
      copySums(saved, sums);
      for (const _ of changes) {
        const last = done.pop() as Change;
        for (const { term, by } of last.moves) term.count -= by;
        putBack(last);
      }
      return result;
    },
    scores: () => scoresOf(sums, head, result),
    sums,
    movesOf,
  };
}
