/** Words the project has seen in like contexts: after the same word, or before the same word. */
import type { TextState } from './encode.ts';
import { tfidfColumns } from './probe-state.ts';
import { BIGRAM_JOINT } from './tokens.ts';

/** Word -> columns of the words that stand after (before) it, those of the most frequent pairs first. */
interface Contexts {
  readonly after: ReadonlyMap<string, readonly number[]>;
  readonly before: ReadonlyMap<string, readonly number[]>;
}

const known = new WeakMap<TextState['vocabulary'], Contexts>();

/** Columns of at most so many words; those of the most frequent pairs first, as in the vocabulary. */
export function likeContexts(
  state: TextState,
  [left, right]: readonly [string | null, string | null],
  most: number,
): readonly number[] {
  const { after, before } = contextsOf(state);
  const fitting = new Set<number>();
  const take = (columns: readonly number[] = []): void => {
    for (const column of columns) {
      if (fitting.size >= most) return;
      fitting.add(column);
    }
  };
  if (left !== null) take(after.get(left));
  if (right !== null) take(before.get(right));
  return [...fitting];
}

function contextsOf(state: TextState): Contexts {
  const { vocabulary } = state;
  const found = known.get(vocabulary);
  if (found) return found;
  const columnOf = tfidfColumns(state);
  const after = new Map<string, number[]>();
  const before = new Map<string, number[]>();
  for (const term of vocabulary.terms) {
    const joint = term.indexOf(BIGRAM_JOINT);
    if (joint < 0 || term.includes(BIGRAM_JOINT, joint + 1)) continue;
    const a = term.slice(0, joint);
    const b = term.slice(joint + 1);
    push(after, a, columnOf.get(b));
    push(before, b, columnOf.get(a));
  }
  const made = { after, before };
  known.set(vocabulary, made);
  return made;
}

function push(map: Map<string, number[]>, key: string, value: number | undefined): void {
  if (value === undefined) return;
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
