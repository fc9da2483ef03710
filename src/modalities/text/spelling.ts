/**
 * How texts are spelt: each word as a unit vector over hashed character n-grams, a text as the
 * TF-IDF-weighted sum of its words. Kept as two sparse factors (texts x words, words x n-grams),
 * which is many times smaller than their product, and lets each word's share be told apart.
 */

import type { LinearMap } from '../../domain/math/subspace.ts';
import type { Csr } from '../contract.ts';
import { BUCKETS, charBuckets } from './char-grams.ts';
import { createCsrBuilder, multiplySparse, transpose } from './csr.ts';
import { countOf, inverseFrequency } from './vocabulary.ts';

export interface Spelling {
  /** Bucket -> inverse frequency among the distinct words met while fitting. */
  readonly idf: Float32Array;
}

/** Distinct words -> rows, in order of first appearance. */
export function listWords(documents: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const rowOf = new Map<string, number>();
  for (const tokens of documents) {
    for (const token of tokens) if (!rowOf.has(token)) rowOf.set(token, rowOf.size);
  }
  return rowOf;
}

export function learnSpelling(words: Iterable<string>): Spelling {
  const frequency = new Float64Array(BUCKETS);
  let count = 0;
  for (const word of words) {
    count += 1;
    for (const bucket of new Set(charBuckets(word)))
      frequency[bucket] = (frequency[bucket] ?? 0) + 1;
  }
  return { idf: Float32Array.from(frequency, (one) => inverseFrequency(count, one)) };
}

/** Words x n-grams, unit rows. */
export function spellWords(words: Iterable<string>, spelling: Spelling): Csr {
  const builder = createCsrBuilder();
  for (const word of words) {
    const counts = [...countOf([...charBuckets(word)])];
    const values = counts.map(([bucket, count]) => count * (spelling.idf[bucket] ?? 0));
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
    builder.row(
      counts.map(([bucket]) => bucket),
      values.map((value) => value / length),
    );
  }
  return builder.build(BUCKETS);
}

/** Texts x words: sublinear frequency times the word's rarity, unit rows. */
export function weighWords(
  documents: readonly (readonly string[])[],
  rowOf: ReadonlyMap<string, number>,
  rarity: (word: string) => number,
): Csr {
  const builder = createCsrBuilder();
  for (const tokens of documents) {
    const counts = [...countOf(tokens)];
    const values = counts.map(([word, count]) => (1 + Math.log(count)) * rarity(word));
    const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
    builder.row(
      counts.map(([word]) => rowOf.get(word) ?? 0),
      values.map((value) => value / length),
    );
  }
  return builder.build(rowOf.size);
}

/** The product of the two factors, never formed. */
export function spellingMap(texts: Csr, words: Csr): LinearMap {
  const textsOf = transpose(texts);
  const wordsOf = transpose(words);
  return {
    rows: texts.rows,
    columns: words.columns,
    times: (block, width) => multiplySparse(texts, multiplySparse(words, block, width), width),
    transposedTimes: (block, width) =>
      multiplySparse(wordsOf, multiplySparse(textsOf, block, width), width),
  };
}
