/**
 * Screening for the methods whose cost grows faster than the pool: they choose among a random
 * sample of the rows. The sample is the head of one fixed shuffle, so it is the same after every
 * answer, apart from rows that were answered, and what was computed for it can be kept.
 */
import { createRng } from '../math/rng.ts';

const SEED = 20_261_128;
const MOST_COMPARISONS = 500_000;
const LEAST_ROWS = 500;
const MOST_ROWS = 10_000;
const orders = new Map<number, Int32Array>();
/** Pools of other sizes than these were shuffled longest ago: their order is forgotten. */
const KEPT = 4;

/** All rows below `rows` in an order that depends on nothing but their number. */
export function fixedOrder(rows: number): Int32Array {
  const known = orders.get(rows);
  if (known) return known;
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  const rng = createRng(SEED);
  for (let i = rows - 1; i > 0; i--) {
    const j = rng.integer(i + 1);
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
  if (orders.size >= KEPT) orders.delete([...orders.keys()][0] as number);
  orders.set(rows, order);
  return order;
}

/** At most `size` of the candidates, ascending: all of them where they are so few. */
export function sampleOf(candidates: Int32Array, size: number): Int32Array {
  if (candidates.length <= size) return candidates;
  const rows = (candidates.at(-1) as number) + 1;
  const isCandidate = new Uint8Array(rows);
  for (const row of candidates) isCandidate[row] = 1;
  const kept = new Int32Array(size);
  let count = 0;
  for (const row of fixedOrder(roundUp(rows))) {
    if (count === size) break;
    if (isCandidate[row] === 1) kept[count++] = row;
  }
  return kept.sort();
}

/** The last row of a pool is answered some day: the order must not change then. */
function roundUp(rows: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, rows)));
}

/**
 * How many rows may be compared with `others` rows each. A distance in 32 dimensions took 150 ns on
 * a busy machine (rows of a large pool lie far apart in memory): 500,000 of them stay under 100 ms.
 */
export function affordable(others: number): number {
  const rows = Math.floor(MOST_COMPARISONS / Math.max(1, others));
  return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, rows));
}
