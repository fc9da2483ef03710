/** Words and phrases that a person named and that have no column yet: they get one behind all others. */
import type { TextContent } from '../../domain/records.ts';
import type { TextState } from './encode.ts';
import { BIGRAM_JOINT, placesOf, tokenise } from './tokens.ts';
import { inverseFrequency } from './vocabulary.ts';

/** In how many of the texts each name occurs. */
export function countIn(
  names: readonly string[],
  contents: readonly TextContent[],
): readonly number[] {
  const counts = names.map(() => 0);
  for (const { text } of contents) {
    const tokens = tokenise(text);
    names.forEach((name, i) => {
      if (placesOf(name, tokens).length > 0) counts[i] = (counts[i] ?? 0) + 1;
    });
  }
  return counts;
}

/** The latent views span the first columns alone, so they stay as they are. */
export function extend(
  state: TextState,
  names: readonly string[],
  frequencies: readonly number[],
): TextState {
  const { terms, idf, documents, phrases = [], named = 0 } = state.vocabulary;
  const added = names.map((_, i) => inverseFrequency(documents, frequencies[i] ?? 0));
  const long = names.filter((name) => name.split(BIGRAM_JOINT).length > 2);
  return {
    ...state,
    vocabulary: {
      terms: [...terms, ...names],
      idf: Float32Array.from([...idf, ...added]),
      documents,
      named: named + names.length,
      ...(phrases.length + long.length > 0 ? { phrases: [...phrases, ...long] } : {}),
    },
  };
}
