/**
 * A small text grammar: `{name}` in a template is replaced by a random phrase of that name, which
 * may hold further placeholders. Enough for variety; no text is taken from anywhere.
 */
import type { Rng } from '../domain/math/rng.ts';

export type Lexicon = Readonly<Record<string, readonly string[]>>;

const MAX_DEPTH = 6;

export function pick<T>(rng: Rng, values: readonly T[]): T {
  return values[rng.integer(values.length)] as T;
}

/** Throws on an unknown placeholder, naming it. */
export function expand(template: string, lexicon: Lexicon, rng: Rng, depth = 0): string {
  if (depth > MAX_DEPTH) return template;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const phrases = lexicon[name];
    if (!phrases) throw new Error(`unknown placeholder {${name}} in “${template}”`);
    return expand(pick(rng, phrases), lexicon, rng, depth + 1);
  });
}

/** What people do to text: case, missing full stops, doubled letters, swapped letters. */
export function roughen(text: string, rng: Rng): string {
  let result = text;
  if (rng.next() < 0.35) result = result.toLowerCase();
  else if (rng.next() < 0.04) result = result.toUpperCase();
  if (rng.next() < 0.3) result = result.replace(/[.!]$/, '');
  if (rng.next() < 0.12) result = swapLetters(result, rng);
  if (rng.next() < 0.08) result = result.replace(/([aeou])(?=[a-z]*\W?$)/, '$1$1$1');
  return result;
}

function swapLetters(text: string, rng: Rng): string {
  const at = 1 + rng.integer(Math.max(1, text.length - 3));
  const pair = text.slice(at, at + 2);
  if (!/^[a-z]{2}$/.test(pair)) return text;
  return `${text.slice(0, at)}${pair[1]}${pair[0]}${text.slice(at + 2)}`;
}
