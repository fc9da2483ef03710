/**
 * Character n-grams of one word, with its boundaries, hashed to buckets (Weinberger et al. 2009):
 * no table of strings, and a word never met still has most of its n-grams. Long runs without
 * spaces (Chinese, Japanese, Thai) are covered by the same n-grams.
 */
export const BUCKETS = 1 << 14;
const SHORTEST = 2;
const LONGEST = 5;
/** Longer words are ids, hashes or jokes; their beginning is enough. */
const MAX_WORD = 40;

export function charBuckets(word: string): Uint16Array {
  const padded = `<${word.slice(0, MAX_WORD)}>`;
  const codes = Array.from(padded, (character) => character.codePointAt(0) ?? 0);
  const found: number[] = [];
  for (let start = 0; start < codes.length; start++) {
    let hash = 0x811c9dc5;
    for (let length = 1; length <= LONGEST && start + length <= codes.length; length++) {
      hash = Math.imul(hash ^ (codes[start + length - 1] ?? 0), 0x01000193);
      if (length >= SHORTEST) found.push(mix(hash, length) % BUCKETS);
    }
  }
  return Uint16Array.from(found);
}

/** Finaliser of MurmurHash3: FNV alone leaves the low bits of short strings uneven. */
function mix(hash: number, length: number): number {
  let h = (hash ^ length) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
