/**
 * What each word adds to the score of each class. The sparse part is a sum over terms, so a term's
 * share is exactly value times weight. Each latent view is a sum over terms divided by its length;
 * held at the length the text has, it is a sum too, and a term's share is its image times the
 * weights (for TF-IDF features and a linear head this is what integrated gradients, LIME and SHAP
 * aim at). A pair of words gives half to each, a word said twice half to each place.
 */
import type { TextContent } from '../../domain/records.ts';
import type { Attribution, LinearHead, SpanPart } from '../explain-contract.ts';
import type { TextState } from './encode.ts';
import { scoreText } from './forward-pass.ts';
import { tfidfColumns } from './probe-state.ts';
import { spellWords } from './spelling.ts';
import { type TokenSpan, tokenSpans } from './token-spans.ts';
import { BIGRAM_JOINT, placesOf } from './tokens.ts';
import { addScaled } from './vectors.ts';
import { rarityOf } from './vocabulary.ts';

/** A term with the tokens it covers, place by place. */
interface Occurring {
  readonly term: string;
  readonly length: number;
  readonly places: number[];
}

export function attribute(
  state: TextState,
  content: TextContent,
  head: LinearHead,
): Attribution<SpanPart> {
  const spans = tokenSpans(content.text);
  const tokens = spans.map(({ token }) => token);
  const shares: Shares = {
    classes: head.classes,
    named: new Float64Array(spans.length * head.classes),
    latent: new Float64Array(spans.length * head.classes),
  };
  const terms = occurringTerms(tokens, state.vocabulary.phrases ?? []);
  addTerms(state, head, terms, shares);
  addSpelling(state, head, terms, shares);
  const scores = scoreText(state, content, head);
  return {
    parts: spans.map((span, i) => toPart(span, i, shares)),
    intercept: [...head.intercept],
    remainder: range(head.classes).map((c) => (scores[c] as number) - totalOf(c, head, shares)),
  };
}

function totalOf(c: number, { intercept }: LinearHead, { classes, named, latent }: Shares): number {
  let total = intercept[c] as number;
  for (let at = c; at < named.length; at += classes)
    total += (named[at] as number) + (latent[at] as number);
  return total;
}

interface Shares {
  readonly classes: number;
  /** [tokens x classes] */
  readonly named: Float64Array;
  readonly latent: Float64Array;
}

function toPart({ token, start, end }: TokenSpan, i: number, shares: Shares): SpanPart {
  const { classes, named, latent } = shares;
  const cut = (values: Float64Array): number[] => [
    ...values.subarray(i * classes, (i + 1) * classes),
  ];
  return {
    kind: 'span',
    start,
    end,
    feature: { kind: 'term', term: token },
    named: cut(named),
    latent: cut(latent),
  };
}

function occurringTerms(
  tokens: readonly string[],
  phrases: readonly string[],
): readonly Occurring[] {
  const found = new Map<string, Occurring>();
  const note = (term: string, length: number, place: number): void => {
    const known = found.get(term);
    if (known) known.places.push(place);
    else found.set(term, { term, length, places: [place] });
  };
  tokens.forEach((token, i) => void note(token, 1, i));
  for (let i = 1; i < tokens.length; i++)
    note(`${tokens[i - 1]}${BIGRAM_JOINT}${tokens[i]}`, 2, i - 1);
  for (const phrase of phrases) {
    const { length } = phrase.split(BIGRAM_JOINT);
    for (const place of placesOf(phrase, tokens)) note(phrase, length, place);
  }
  return [...found.values()];
}

/** Spreads a term's share over its places and their tokens. */
function spread(target: Float64Array, { length, places }: Occurring, share: readonly number[]) {
  const classes = share.length;
  const part = 1 / (places.length * length);
  for (const place of places) {
    for (let k = 0; k < length; k++) {
      for (let c = 0; c < classes; c++) {
        const at = (place + k) * classes + c;
        target[at] = (target[at] as number) + (share[c] as number) * part;
      }
    }
  }
}

function addTerms(
  state: TextState,
  head: LinearHead,
  terms: readonly Occurring[],
  shares: Shares,
): void {
  const { classes } = head;
  const { idf } = state.vocabulary;
  const columnOf = tfidfColumns(state);
  const width = state.widths.words;
  const latentTerms = width === 0 ? 0 : state.wordBasis.length / width;
  const known = terms.flatMap((term) => {
    const column = columnOf.get(term.term);
    if (column === undefined) return [];
    return [{ term, column, value: (1 + Math.log(term.places.length)) * (idf[column] ?? 0) }];
  });
  const norm = norm2(Float64Array.from(known, ({ value }) => value)) || 1;
  const view = new Float64Array(width);
  for (const { column, value } of known) {
    if (column < latentTerms) addScaled(view, state.wordBasis, column * width, value);
  }
  const length = norm2(view) || 1;
  for (const { term, column, value } of known) {
    const direct = range(classes).map(
      (c) => (value / norm) * (head.sparse[column * classes + c] as number),
    );
    spread(shares.named, term, direct);
    if (column >= latentTerms) continue;
    const image = project({ basis: state.wordBasis, at: column * width, width, head, first: 0 });
    spread(
      shares.latent,
      term,
      image.map((score) => (score * value) / length),
    );
  }
}

function addSpelling(
  state: TextState,
  head: LinearHead,
  terms: readonly Occurring[],
  shares: Shares,
): void {
  const { words: first, spelling: width } = state.widths;
  if (width === 0) return;
  const own = terms.filter(({ length }) => length === 1);
  const spelt = spellWords(
    own.map(({ term }) => term),
    { idf: state.spellingIdf },
  );
  const { vocabulary } = state;
  const columnOf = tfidfColumns(state);
  const images = own.map(({ term, places }, i) => {
    const rarity = rarityOf(vocabulary, columnOf.get(term) ?? -1);
    const image = new Float64Array(width);
    for (let e = spelt.indptr[i] as number; e < (spelt.indptr[i + 1] as number); e++) {
      const at = (spelt.indices[e] as number) * width;
      addScaled(image, state.spellingBasis, at, spelt.values[e] as number);
    }
    return image.map((value) => value * (1 + Math.log(places.length)) * rarity);
  });
  const view = new Float64Array(width);
  for (const image of images) addScaled(view, image, 0, 1);
  const length = norm2(view) || 1;
  own.forEach((term, i) => {
    const basis = images[i] as Float64Array;
    const scores = project({ basis, at: 0, width, head, first });
    spread(
      shares.latent,
      term,
      scores.map((score) => score / length),
    );
  });
}

interface Projection {
  readonly basis: Float32Array | Float64Array;
  readonly at: number;
  readonly width: number;
  readonly head: LinearHead;
  /** First dense column of this view. */
  readonly first: number;
}

/** Scores of one image by the dense weights, [classes]. */
function project({ basis, at, width, head, first }: Projection): readonly number[] {
  const { classes, dense } = head;
  const scores = new Array<number>(classes).fill(0);
  for (let k = 0; k < width; k++) {
    const value = basis[at + k] as number;
    for (let c = 0; c < classes; c++)
      scores[c] = (scores[c] as number) + value * (dense[(first + k) * classes + c] as number);
  }
  return scores;
}

function norm2(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}
