/**
 * A set of content hashes in 16 bytes each at most half full: a million strings in a `Set` take over a
 * hundred megabytes, here 32.
 */
const WORDS = 4;
const FIRST_SLOTS = 1_024;
const HEX_32 = /^[0-9a-f]{32}$/;

export interface HashSet {
  /** False when it was there already. */
  add(hash: string): boolean;
  has(hash: string): boolean;
  readonly size: () => number;
}

export function createHashSet(): HashSet {
  let table = new Uint32Array(FIRST_SLOTS * WORDS);
  let count = 0;
  /** Hashes of another form, and the one whose words are those of an empty slot. */
  const others = new Set<string>();
  const words = new Uint32Array(WORDS);

  const read = (hash: string): boolean => {
    if (!HEX_32.test(hash)) return false;
    for (let w = 0; w < WORDS; w++) words[w] = Number.parseInt(hash.slice(w * 8, (w + 1) * 8), 16);
    return words.some((word) => word !== 0);
  };
  const grow = (): void => {
    const old = table;
    table = new Uint32Array(old.length * 2);
    for (let from = 0; from < old.length; from += WORDS) {
      const entry = old.subarray(from, from + WORDS);
      if (!isEmpty(old, from)) table.set(entry, placeOf(table, entry));
    }
  };

  return {
    add(hash) {
      if (!read(hash)) return others.size < others.add(hash).size;
      const at = placeOf(table, words);
      if (!isEmpty(table, at)) return false;
      table.set(words, at);
      count += 1;
      if (count * 2 * WORDS > table.length) grow();
      return true;
    },
    has: (hash) => (read(hash) ? !isEmpty(table, placeOf(table, words)) : others.has(hash)),
    size: () => count + others.size,
  };
}

function isEmpty(table: Uint32Array, at: number): boolean {
  return table[at] === 0 && table[at + 1] === 0 && table[at + 2] === 0 && table[at + 3] === 0;
}

/** Where the entry lies, or the empty slot where it belongs (linear probing). */
function placeOf(table: Uint32Array, entry: Uint32Array): number {
  const mask = table.length / WORDS - 1;
  for (let slot = (entry[WORDS - 1] as number) & mask; ; slot = (slot + 1) & mask) {
    const at = slot * WORDS;
    if (isEmpty(table, at)) return at;
    let w = 0;
    while (w < WORDS && table[at + w] === entry[w]) w += 1;
    if (w === WORDS) return at;
  }
}
