/**
 * A varied copy of a text: one word in eight, at least one, is dropped, doubled or swapped with the
 * next. No two rows share a text: one that came out as before gets words of other texts.
 */
import type { Rng } from '../../src/domain/math/rng.ts';
import type { BenchRow } from './data.ts';
import type { Vary } from './scale-rows.ts';

const WORDS_PER_CHANGE = 8;
const TRIES = 4;

export function createTextVarier(rows: readonly BenchRow[]): Vary {
  const seen = new Set(rows.map(({ text }) => text));
  return (row, rng) => {
    let words = wordsOf(row.text);
    let text = row.text;
    for (let tries = 0; seen.has(text); tries++) {
      // Each try goes on from the last and beyond TRIES only adds, so that the search ends.
      words = tries < TRIES ? varied(words, rng) : [...words, drawWord(rows, rng)];
      text = words.join(' ');
    }
    seen.add(text);
    return { ...row, text };
  };
}

function varied(words: readonly string[], rng: Rng): readonly string[] {
  const result = [...words];
  const changes = Math.max(1, Math.round(words.length / WORDS_PER_CHANGE));
  for (let change = 0; change < changes; change++) changeOne(result, rng);
  return result;
}

function changeOne(words: string[], rng: Rng): void {
  if (words.length === 0) return;
  const at = rng.integer(words.length);
  const word = words[at] as string;
  const act = words.length < 2 ? 'double' : (['drop', 'double', 'swap'] as const)[rng.integer(3)];
  if (act === 'drop') words.splice(at, 1);
  else if (act === 'double') words.splice(at, 0, word);
  else words.splice(Math.min(at, words.length - 2), 2, ...swapped(words, at));
}

function swapped(words: readonly string[], at: number): readonly string[] {
  const from = Math.min(at, words.length - 2);
  return [words[from + 1] as string, words[from] as string];
}

/** A word of any row; a number where the row drawn has none. */
function drawWord(rows: readonly BenchRow[], rng: Rng): string {
  const words = wordsOf(rows[rng.integer(rows.length)]?.text ?? '');
  return words[rng.integer(Math.max(1, words.length))] ?? String(rng.integer(1_000_000));
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
