/** What explaining needs of a state again and again, made once per state. */
import type { TextState } from './encode.ts';
import { columnsOf } from './tfidf.ts';

const columns = new WeakMap<TextState['vocabulary'], ReadonlyMap<string, number>>();

/** Term -> sparse column. */
export function tfidfColumns({ vocabulary }: TextState): ReadonlyMap<string, number> {
  const known = columns.get(vocabulary);
  if (known) return known;
  const made = columnsOf(vocabulary.terms);
  columns.set(vocabulary, made);
  return made;
}
