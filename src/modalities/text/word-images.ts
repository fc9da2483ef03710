/**
 * Where a word lies in the spelling view: its unit row of n-grams times the basis. A project's words
 * come up again and again (in edits, in counterfactuals), so the images are kept.
 */
import { multiplySparse } from './csr.ts';
import type { TextState } from './encode.ts';
import { spellWords } from './spelling.ts';

type ImageState = Pick<TextState, 'spellingIdf' | 'spellingBasis' | 'widths'>;

const known = new WeakMap<Float32Array, Map<string, Float32Array>>();
/** About 13 MB. */
const MOST_KEPT = 20_000;

/** [spelling width] */
export function wordImage(state: ImageState, word: string): Float32Array {
  const images = imagesOf(state);
  return images.get(word) ?? learnImage(state, images, word);
}

/** Row-major [words x spelling width]; the same to the last bit whether kept or made anew. */
export function wordImages(state: ImageState, words: Iterable<string>): Float32Array {
  const width = state.widths.spelling;
  if (width === 0) return new Float32Array(0);
  const all = [...words];
  const images = imagesOf(state);
  const news = all.filter((word) => !images.has(word));
  const fresh = project(state, news);
  const result = new Float32Array(all.length * width);
  let next = 0;
  all.forEach((word, row) => {
    const image = images.get(word) ?? fresh.subarray(next * width, ++next * width);
    result.set(image, row * width);
  });
  // Of a pool that is being encoded those stay that come first; most others do not come again soon.
  for (let i = 0; i < news.length && images.size < MOST_KEPT; i++)
    images.set(news[i] as string, fresh.slice(i * width, (i + 1) * width));
  return result;
}

function imagesOf({ spellingBasis }: ImageState): Map<string, Float32Array> {
  const found = known.get(spellingBasis);
  if (found) return found;
  const made = new Map<string, Float32Array>();
  known.set(spellingBasis, made);
  return made;
}

function learnImage(state: ImageState, images: Map<string, Float32Array>, word: string) {
  const image = project(state, [word]);
  if (images.size >= MOST_KEPT) images.clear();
  images.set(word, image);
  return image;
}

function project({ spellingIdf, spellingBasis, widths }: ImageState, words: readonly string[]) {
  return multiplySparse(spellWords(words, { idf: spellingIdf }), spellingBasis, widths.spelling);
}
