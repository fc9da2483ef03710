/**
 * Which sampled rows are nearer to each other than to anything answered: only these add to a gain of
 * herding (`herd.ts`), and they are few (2 in 100 after fifty answers). Kept per herd: while answers
 * are only added, the pairs of then are looked through, not all of them.
 */
import type { Herd } from './herd.ts';

export interface CloserPairs {
  /** The pairs of row i are those from starts[i] to starts[i + 1], the other row ascending. */
  readonly starts: Uint32Array;
  readonly others: Uint16Array;
  readonly products: Float32Array;
}

interface Kept {
  readonly nearest: Float64Array;
  readonly pairs: CloserPairs;
}

const kept = new WeakMap<Herd, Kept>();

/** Ordered pairs (i, u) whose product is above `nearest[u]`. */
export function closerPairs(herd: Herd, nearest: Float64Array): CloserPairs {
  const known = kept.get(herd);
  const isNarrower = known?.nearest.every((value, u) => value <= (nearest[u] as number));
  const pairs = narrow(known && isNarrower ? known.pairs : allPairs(herd), nearest);
  kept.set(herd, { nearest: Float64Array.from(nearest), pairs });
  return pairs;
}

function allPairs({ rows: { length }, products }: Herd): CloserPairs {
  const starts = Uint32Array.from({ length: length + 1 }, (_, i) => i * length);
  const others = new Uint16Array(length * length);
  for (let at = 0; at < others.length; at++) others[at] = at % length;
  return { starts, others, products };
}

function narrow({ starts, others, products }: CloserPairs, nearest: Float64Array): CloserPairs {
  const rows = starts.length - 1;
  const isCloser = (at: number): boolean =>
    (products[at] as number) > (nearest[others[at] as number] as number);
  const ends = new Uint32Array(rows + 1);
  let count = 0;
  for (let i = 0; i < rows; i++) {
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at++)
      if (isCloser(at)) count += 1;
    ends[i + 1] = count;
  }
  const found = { others: new Uint16Array(count), products: new Float32Array(count) };
  let next = 0;
  for (let at = 0; at < others.length; at++) {
    if (!isCloser(at)) continue;
    found.others[next] = others[at] as number;
    found.products[next++] = products[at] as number;
  }
  return { starts: ends, ...found };
}
