/**
 * Which candidates a costly strategy looks at: those with the smallest margin, and a random share of
 * the others, so that what the model is wrongly sure of has its chance too (Settles 2009, 6.2 on
 * computing measures for a random subset).
 */
import { marginOf } from './margin.ts';
import type { QueryInput } from './strategy.ts';
import { topRows } from './top-rows.ts';

const RANDOM_SHARE = 0.25;

/**
 * `size` candidates, ascending, or all where there are no more; at least as many as are asked for.
 * The random ones are the same whatever the count.
 */
export function screen(input: QueryInput, size: number): Int32Array {
  const { candidates, count, rng } = input;
  const wanted = Math.max(size, count);
  if (candidates.length <= wanted) return candidates;
  const chosen = new Set<number>();
  const random = Math.floor(wanted * RANDOM_SHARE);
  // More than half a pool is never drawn by rejection alone: the margin fills what is left.
  for (let draw = 0; draw < 4 * random && chosen.size < random; draw++)
    chosen.add(candidates[rng.integer(candidates.length)] as number);
  const doubtful = topRows(candidates, wanted, (row) => 1 - marginOf(input, row));
  for (const { row } of doubtful) {
    if (chosen.size === wanted) break;
    chosen.add(row);
  }
  return Int32Array.from(chosen).sort();
}

/** Uniform draw without replacement of rows of the pool, ascending: what the model will be used on. */
export function drawTargets({ candidates, rng }: QueryInput, size: number): Int32Array {
  if (candidates.length <= size) return candidates;
  const chosen = new Set<number>();
  // Floyd's algorithm (Bentley and Floyd 1987): exactly `size` draws, each subset alike.
  for (let last = candidates.length - size; last < candidates.length; last++) {
    const at = rng.integer(last + 1);
    const row = candidates[at] as number;
    chosen.add(chosen.has(row) ? (candidates[last] as number) : row);
  }
  return Int32Array.from(chosen).sort();
}
