/** Which words and word pairs get a column, and how much each tells: TF-IDF (Spärck Jones 1972). */
export const MAX_COLUMNS = 30_000;
/** In a small corpus every word counts; in a large one a word met once teaches nothing. */
const SMALL_CORPUS = 500;

export interface Vocabulary {
  /** Column -> word or pair of words. */
  readonly terms: readonly string[];
  /** Column -> inverse document frequency. */
  readonly idf: Float32Array;
  readonly documents: number;
  /** Those of the terms that are longer than two words: a person named them. */
  readonly phrases?: readonly string[];
  /** How many of the terms, the last ones, a person named after the encoder was fitted. */
  readonly named?: number;
}

/** Smoothed: ln((1 + n) / (1 + df)) + 1, at least 1. */
export function inverseFrequency(documents: number, frequency: number): number {
  return Math.log((1 + documents) / (1 + frequency)) + 1;
}

/** In how many of the texts that the encoder was fitted on the column occurs; 0 = there is none such. */
export function documentsWith({ idf, documents }: Vocabulary, column: number): number {
  const rarity = idf[column];
  return rarity === undefined ? 0 : Math.round((1 + documents) / Math.exp(rarity - 1) - 1);
}

/**
 * How much a word weighs where texts are spelt. A word met by no column is as rare as a word can be,
 * and stays so when a person names it: a name must not move the views that were learned without it.
 */
export function rarityOf(vocabulary: Vocabulary, column: number): number {
  const { terms, idf, documents, named = 0 } = vocabulary;
  const isFitted = column >= 0 && column < terms.length - named;
  return isFitted ? (idf[column] as number) : inverseFrequency(documents, 1);
}

/** The most frequent terms first; ties in alphabetical order, so that the columns are reproducible. */
export function buildVocabulary(
  frequencies: ReadonlyMap<string, number>,
  documents: number,
): Vocabulary {
  const least = documents < SMALL_CORPUS ? 1 : 2;
  const kept = [...frequencies]
    .filter(([, frequency]) => frequency >= least)
    .sort(([a, fa], [b, fb]) => fb - fa || (a < b ? -1 : 1))
    .slice(0, MAX_COLUMNS);
  return {
    terms: kept.map(([term]) => term),
    idf: Float32Array.from(kept, ([, frequency]) => inverseFrequency(documents, frequency)),
    documents,
  };
}

/** How often each distinct value occurs. */
export function countOf<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
