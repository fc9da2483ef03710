/**
 * Text encoder: word and word-pair TF-IDF (sparse, explainable), and two latent views learned from
 * the project's own texts, of words and of spelling (dense, for the first hundred labels). Needs
 * no download and knows no language.
 */

import { createRng, deriveSeed, shuffled } from '../../domain/math/rng.ts';
import { type LinearMap, leadingSubspace } from '../../domain/math/subspace.ts';
import type { TextContent } from '../../domain/records.ts';
import type { Encoder, Features, FitOptions } from '../contract.ts';
import { firstColumns, multiplySparse } from './csr.ts';
import { countIn, extend } from './named-terms.ts';
import { tfidfColumns } from './probe-state.ts';
import { sparseMap } from './sparse-map.ts';
import { learnSpelling, listWords, spellingMap, spellWords, weighWords } from './spelling.ts';
import { columnsOf, tfidfRows } from './tfidf.ts';
import { tokenise, wordGrams } from './tokens.ts';
import { buildVocabulary, rarityOf, type Vocabulary } from './vocabulary.ts';
import { wordImages } from './word-images.ts';

export interface TextState {
  readonly vocabulary: Vocabulary;
  /** Row-major [most frequent terms x width], orthonormal columns. */
  readonly wordBasis: Float32Array;
  readonly spellingIdf: Float32Array;
  /** Row-major [buckets x width], orthonormal columns. */
  readonly spellingBasis: Float32Array;
  readonly widths: { readonly words: number; readonly spelling: number };
}

/** Latent dimensions per view, and how many texts they are learned from. */
export const WIDTH = 160;
/** Of more texts than these a sample tells which words there are; counting all takes minutes and gigabytes. */
const FIT_TEXTS = 40_000;
const SUBSPACE_TEXTS = 6_000;
/** The most frequent terms span the latent view; the rare ones speak for themselves in the sparse part. */
const LATENT_TERMS = 12_000;

type Documents = readonly (readonly string[])[];

async function fit(contents: readonly TextContent[], options: FitOptions): Promise<TextState> {
  const report = createReporter(options);
  const documents = contents.map(({ text }) => tokenise(text));
  await report(0.1);
  const vocabulary = buildVocabulary(countDocuments(documents), documents.length);
  await report(0.2);
  const columnOf = columnsOf(vocabulary.terms);
  const sample = sampleOf(documents, options.seed);
  const rows = firstColumns(tfidfRows(sample, vocabulary, columnOf), LATENT_TERMS);
  const wordBasis = await leadingSubspace(sparseMap(rows), {
    width: WIDTH,
    seed: deriveSeed(options.seed, 'words'),
    between: () => report(0.4),
  });
  await report(0.5);
  const { map, idf } = mapSpelling(sample, vocabulary, columnOf);
  const spellingBasis = await leadingSubspace(map, {
    width: WIDTH,
    seed: deriveSeed(options.seed, 'spelling'),
    between: () => report(0.8),
  });
  await report(1);
  return {
    vocabulary,
    wordBasis,
    spellingIdf: idf,
    spellingBasis,
    widths: {
      words: widthOf(wordBasis, rows.columns),
      spelling: widthOf(spellingBasis, idf.length),
    },
  };
}

function mapSpelling(
  documents: Documents,
  vocabulary: Vocabulary,
  columnOf: ReadonlyMap<string, number>,
): { map: LinearMap; idf: Float32Array } {
  const rowOf = listWords(documents);
  const spelling = learnSpelling(rowOf.keys());
  const texts = weighWords(documents, rowOf, rarityIn(vocabulary, columnOf));
  return { map: spellingMap(texts, spellWords(rowOf.keys(), spelling)), idf: spelling.idf };
}

function encode(state: TextState, contents: readonly TextContent[]): Features {
  const documents = contents.map(({ text }) => tokenise(text));
  const columnOf = tfidfColumns(state);
  const sparse = tfidfRows(documents, state.vocabulary, columnOf);
  const { words, spelling } = state.widths;
  const rowOf = listWords(documents);
  const texts = weighWords(documents, rowOf, rarityIn(state.vocabulary, columnOf));
  const latent = firstColumns(sparse, words === 0 ? 0 : state.wordBasis.length / words);
  const wordView = multiplySparse(latent, state.wordBasis, words);
  const spellingView = multiplySparse(texts, wordImages(state, rowOf.keys()), spelling);
  const denseDims = words + spelling;
  const dense = new Float32Array(contents.length * denseDims);
  for (let r = 0; r < contents.length; r++) {
    setUnit(dense, r * denseDims, wordView.subarray(r * words, (r + 1) * words));
    setUnit(dense, r * denseDims + words, spellingView.subarray(r * spelling, (r + 1) * spelling));
  }
  return { rows: contents.length, denseDims, dense, sparse };
}

function rarityIn(vocabulary: Vocabulary, columnOf: ReadonlyMap<string, number>) {
  return (word: string): number => rarityOf(vocabulary, columnOf.get(word) ?? -1);
}

function countDocuments(documents: Documents): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>();
  for (const tokens of documents) {
    for (const term of new Set(wordGrams(tokens)))
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
  return frequencies;
}

function sampleOf(documents: Documents, seed: number): Documents {
  if (documents.length <= SUBSPACE_TEXTS) return documents;
  return shuffled(documents, createRng(deriveSeed(seed, 'sample'))).slice(0, SUBSPACE_TEXTS);
}

function setUnit(target: Float32Array, at: number, row: Float32Array): void {
  let square = 0;
  for (const value of row) square += value * value;
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
  for (let k = 0; k < row.length; k++) target[at + k] = (row[k] as number) * scale;
}

function widthOf(basis: Float32Array, rows: number): number {
  return rows === 0 ? 0 : basis.length / rows;
}

function createReporter({ onProgress, signal }: FitOptions): (fraction: number) => Promise<void> {
  return async (fraction) => {
    onProgress(fraction);
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
  };
}

export const textEncoder = {
  id: 'text-tfidf-lsa-4',
  fitOn: FIT_TEXTS,
  fit,
  encode,
  countIn,
  extend,
} satisfies Encoder<TextState, TextContent>;
