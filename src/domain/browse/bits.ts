/** Sets of classes, one per row, as bits: `words` numbers of 32 bits a row. */
export interface BitRows {
  readonly words: number;
  /** Shape [rows x words]. */
  readonly bits: Uint32Array;
}

export function createBitRows(rows: number, classes: number): BitRows {
  const words = Math.max(1, Math.ceil(classes / 32));
  return { words, bits: new Uint32Array(rows * words) };
}

export function setBit({ words, bits }: BitRows, row: number, index: number): void {
  const at = row * words + (index >>> 5);
  bits[at] = ((bits[at] as number) | (1 << (index & 31))) >>> 0;
}

export function hasBit({ words, bits }: BitRows, row: number, index: number): boolean {
  return ((bits[row * words + (index >>> 5)] as number) & (1 << (index & 31))) !== 0;
}

/** Both over the same classes in the same order. */
export function isSameSet(a: BitRows, b: BitRows, row: number): boolean {
  for (let w = 0; w < a.words; w++)
    if (a.bits[row * a.words + w] !== b.bits[row * b.words + w]) return false;
  return true;
}

/** The lowest class of the set, or -1 for the empty one. */
export function firstBit({ words, bits }: BitRows, row: number): number {
  for (let w = 0; w < words; w++) {
    const word = bits[row * words + w] as number;
    if (word !== 0) return w * 32 + (31 - Math.clz32(word & -word));
  }
  return -1;
}

/** All classes of the set, ascending. */
export function bitsOf({ words, bits }: BitRows, row: number): number[] {
  const found: number[] = [];
  for (let w = 0; w < words; w++) {
    let word = bits[row * words + w] as number;
    while (word !== 0) {
      const low = word & -word;
      found.push(w * 32 + (31 - Math.clz32(low)));
      word = (word ^ low) >>> 0;
    }
  }
  return found;
}
