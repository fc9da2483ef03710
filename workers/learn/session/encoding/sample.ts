/**
 * Which items are rows of the learner where there are too many for memory: those with the smallest
 * numbers, when each place draws one by seed. Uniform, and steady: as a project grows, places leave
 * the sample only for places that are new.
 */
import { deriveSeed } from '../../../../src/domain/math/rng.ts';

export interface RowLimits {
  /** Up to so many items every item is a row. */
  readonly all: number;
  /** Beyond, so many are drawn. */
  readonly drawn: number;
}

const ROOMY: RowLimits = { all: 120_000, drawn: 60_000 };
/** Devices that say they have 4 GB or less. */
const SMALL: RowLimits = { all: 40_000, drawn: 25_000 };
const SMALL_GB = 4;

/** `memoryGB` is what the browser says of the device; null where it says nothing. */
export function limitsFor(memoryGB: number | null): RowLimits {
  return memoryGB !== null && memoryGB <= SMALL_GB ? SMALL : ROOMY;
}

/** So many of the places 0 ... total - 1, ascending. */
export function drawSample(total: number, size: number, seed: number): Int32Array {
  const own = deriveSeed(seed, 'rows');
  const numbers = Uint32Array.from({ length: total }, (_, place) => mix(own, place));
  const most = numbers.slice().sort()[Math.min(size, total) - 1] ?? 0;
  const chosen: number[] = [];
  if (size > 0)
    for (let place = 0; place < total; place++)
      if ((numbers[place] as number) <= most) chosen.push(place);
  return Int32Array.from(chosen);
}

/**
 * A well-mixed 32-bit number of seed and place (the finaliser of MurmurHash3, Appleby 2011). Each step
 * can be undone, so no two places draw the same.
 */
function mix(seed: number, place: number): number {
  let h = Math.imul(place + 1, 0x9e3779b1) ^ seed;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
