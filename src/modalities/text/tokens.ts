/**
 * Words of a text, whatever its language: runs of letters, marks and digits, and single pictographs.
 * Addresses and mentions become one token each, since who is mentioned is rarely what matters.
 */
const ADDRESS = /\b(?:https?:\/\/|www\.)\S+/giu;
const MENTION = /(^|[^\p{L}\p{N}])@[\p{L}\p{M}\p{N}_]{2,}/gu;
const TOKEN = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|\p{Extended_Pictographic}/gu;

/** For those who need to know where a token lies (`token-spans.ts`). */
export const PATTERNS = { address: ADDRESS, mention: MENTION, token: TOKEN } as const;

/** A text is read up to here; what decides a label stands before. */
export const MAX_TEXT_CHARACTERS = 20_000;

export function tokenise(text: string): readonly string[] {
  const plain = text
    .slice(0, MAX_TEXT_CHARACTERS)
    .normalize('NFC')
    .toLowerCase()
    .replace(ADDRESS, ' xxurl ')
    .replace(MENTION, '$1 xxuser ');
  return plain.match(TOKEN) ?? [];
}

/** Separates the two words of a bigram; occurs in no token. */
export const BIGRAM_JOINT = ' ';

/** Words and pairs of neighbouring words, and those phrases of more words that were asked for. */
export function wordGrams(
  tokens: readonly string[],
  phrases: readonly string[] = [],
): readonly string[] {
  const grams: string[] = [...tokens];
  for (let i = 1; i < tokens.length; i++) grams.push(`${tokens[i - 1]}${BIGRAM_JOINT}${tokens[i]}`);
  for (const phrase of phrases) {
    for (const _ of placesOf(phrase, tokens)) grams.push(phrase);
  }
  return grams;
}

/** Where a phrase begins among the tokens. */
export function placesOf(phrase: string, tokens: readonly string[]): readonly number[] {
  const words = phrase.split(BIGRAM_JOINT);
  const places: number[] = [];
  for (let i = 0; i + words.length <= tokens.length; i++)
    if (words.every((word, k) => tokens[i + k] === word)) places.push(i);
  return places;
}
