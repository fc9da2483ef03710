/** Words the project has seen in like contexts: after the same word, or before the same word. */
import type { TextState } from './encode.ts';
import { BIGRAM_JOINT } from './tokens.ts';

interface Contexts {
  readonly after: ReadonlyMap<string, readonly string[]>;
  readonly before: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<TextState['vocabulary'], Contexts>();

/** The most frequent pairs come first, as in the vocabulary. */
export function likeContexts(
  state: TextState,
  [left, right]: readonly [string | null, string | null],
): readonly string[] {
  const { after, before } = contextsOf(state.vocabulary);
  const fitting = [
    ...(left === null ? [] : (after.get(left) ?? [])),
    ...(right === null ? [] : (before.get(right) ?? [])),
  ];
  return [...new Set(fitting)];
}

function contextsOf(vocabulary: TextState['vocabulary']): Contexts {
  const found = known.get(vocabulary);
  if (found) return found;
  const after = new Map<string, string[]>();
  const before = new Map<string, string[]>();
  for (const term of vocabulary.terms) {
    const [a, b, ...rest] = term.split(BIGRAM_JOINT);
    if (a === undefined || b === undefined || rest.length > 0) continue;
    push(after, a, b);
    push(before, b, a);
  }
  const made = { after, before };
  known.set(vocabulary, made);
  return made;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
