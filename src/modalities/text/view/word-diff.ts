/**
 * What a person changed in a text, by words: the longest common run of words and blanks stays. Pure.
 * Beyond `MOST_CELLS` comparisons the changed middle is shown as one replacement.
 */
import type { SpanChange } from '../../explain-contract.ts';

const PIECE = /\s+|[\p{L}\p{M}\p{N}'’]+|[^\s\p{L}\p{M}\p{N}'’]/gu;
const MOST_CELLS = 250_000;

export function wordDiff(before: string, after: string): readonly SpanChange[] {
  const a: readonly string[] = before.match(PIECE) ?? [];
  const b: readonly string[] = after.match(PIECE) ?? [];
  let first = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) first += 1;
  let last = 0;
  const shorter = Math.min(a.length, b.length) - first;
  while (last < shorter && a[a.length - 1 - last] === b[b.length - 1 - last]) last += 1;
  const middleA = a.slice(first, a.length - last);
  const middleB = b.slice(first, b.length - last);
  const start = a.slice(0, first).join('').length;
  return changesOf(middleA, middleB, start);
}

function changesOf(
  a: readonly string[],
  b: readonly string[],
  offset: number,
): readonly SpanChange[] {
  const kept = a.length * b.length > MOST_CELLS ? [] : commonPieces(a, b);
  const changes: SpanChange[] = [];
  let [i, j, at] = [0, 0, offset];
  for (const [nextA, nextB] of [...kept, [a.length, b.length] as const]) {
    const removed = a.slice(i, nextA).join('');
    const put = b.slice(j, nextB).join('');
    if (removed !== '' || put !== '') {
      changes.push({ kind: 'span', start: at, end: at + removed.length, removed, put });
    }
    at += removed.length + (a[nextA]?.length ?? 0);
    i = nextA + 1;
    j = nextB + 1;
  }
  return changes;
}

/** Index pairs of a longest common subsequence. */
function commonPieces(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  const best = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
