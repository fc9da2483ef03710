/**
 * Where new items crowd: a scan statistic over cells of few columns at a time (Kulldorff 1997, Bernoulli
 * model). For every set of columns, every combination of their values is a cell; with c of its n items
 * new, and q the share of new ones among all,
 *
 *   LLR = c ln((c/n) / q) + (n - c) ln((1 - c/n) / (1 - q))   where c/n > q, else 0.
 *
 * The statistic is the sum of the strongest cells of the five strongest sets: a pattern that is rare as a
 * whole, and spread over columns, lifts several sets at once, where single columns hide it. p by shuffling
 * which items are new, over all of this together, so that having looked everywhere is paid for; it stops
 * early once enough shuffles were as extreme (Besag and Clifford 1991).
 */
import type { Rng } from '../math/rng.ts';
import { columnSets } from './column-sets.ts';

export interface ScanInput {
  /** Value of each item in each column, as a small whole number: [columns][items], reference items first. */
  readonly columns: readonly ArrayLike<number>[];
  /** Items of the reference. */
  readonly reference: number;
  /** Most columns in a set. */
  readonly order: number;
  readonly rng: Rng;
}

export interface ScanCell {
  /** Columns of the set, and an item of the cell: its values there are those of the cell. */
  readonly columns: readonly number[];
  readonly item: number;
  /** Items of the cell in the reference, and new ones. */
  readonly counts: readonly [number, number];
}

export interface ScanResult {
  readonly statistic: number;
  readonly p: number;
  /** The cells that speak most for a change, one a set, strongest first. */
  readonly cells: readonly ScanCell[];
}

/** Sets that are summed. */
const STRONGEST = 5;
/** A cell of one new item is no crowd. */
const LEAST_NEW = 2;
/** The least p is one in two thousand; where each draw is much work, one in four hundred. */
const MOST_DRAWS = 1_999;
const FEWEST_DRAWS = 399;
/** New items times sets times draws: about a second of one core. */
const MOST_WORK = 40_000_000;
const ENOUGH = 20;

export function scanTest({ columns, reference, order, rng }: ScanInput): ScanResult {
  const items = columns[0]?.length ?? 0;
  const fresh = items - reference;
  if (fresh < LEAST_NEW || reference < 1) return { statistic: 0, p: 1, cells: [] };
  const sets = columnSets(columns, order).map((set) => ({
    ...set,
    counts: new Int32Array(set.totals.length),
  }));
  const share = fresh / items;
  const draws = Math.round(
    Math.min(MOST_DRAWS, Math.max(FEWEST_DRAWS, MOST_WORK / (sets.length * fresh))),
  );
  const positions = Int32Array.from({ length: items }, (_, i) => i);
  const best = sets.map((set) => strongest(set, positions.subarray(reference), share));
  const observed = sumOfStrongest(best.map(({ ratio }) => ratio));
  let asLarge = 0;
  let p = 0;
  for (let draw = 1; draw <= draws && p === 0; draw++) {
    bringToFront(positions, fresh, rng);
    const drawn = positions.subarray(0, fresh);
    const ratios = sets.map((set) => strongest(set, drawn, share).ratio);
    // Equal draws must not lose to rounding.
    if (sumOfStrongest(ratios) >= observed - 1e-9) asLarge++;
    if (asLarge === ENOUGH) p = ENOUGH / draw;
  }
  const cells = best
    .map((cell, i) => ({ ...cell, columns: sets[i]?.columns ?? [] }))
    .filter(({ ratio }) => ratio > 0)
    .sort((a, b) => b.ratio - a.ratio)
    .slice(0, STRONGEST)
    .map(({ columns: own, item, counts }) => ({ columns: own, item, counts }));
  return { statistic: observed, p: p || (asLarge + 1) / (draws + 1), cells };
}

interface CountedSet {
  /** Cell of each item, and items of each cell. */
  readonly codes: Int32Array;
  readonly totals: Int32Array;
  /** Zero between calls. */
  readonly counts: Int32Array;
}

interface Strongest {
  readonly ratio: number;
  readonly item: number;
  readonly counts: readonly [number, number];
}

function strongest(
  { codes, totals, counts }: CountedSet,
  fresh: Int32Array,
  share: number,
): Strongest {
  for (let i = 0; i < fresh.length; i++) {
    const cell = codes[fresh[i] as number] as number;
    counts[cell] = (counts[cell] as number) + 1;
  }
  let ratio = 0;
  let item = -1;
  let of: readonly [number, number] = [0, 0];
  for (let i = 0; i < fresh.length; i++) {
    const cell = codes[fresh[i] as number] as number;
    const count = counts[cell] as number;
    counts[cell] = 0; // Each cell is judged once, and left empty for the next draw.
    if (count < LEAST_NEW) continue;
    const total = totals[cell] as number;
    const own = likelihoodRatio(count, total, share);
    if (own <= ratio) continue;
    ratio = own;
    item = fresh[i] as number;
    of = [total - count, count];
  }
  return { ratio, item, counts: of };
}

/** Log likelihood ratio of a cell in which more are new than elsewhere; 0 otherwise. */
export function likelihoodRatio(count: number, total: number, share: number): number {
  const own = count / total;
  if (own <= share) return 0;
  const old = total - count;
  return count * Math.log(own / share) + (old > 0 ? old * Math.log((1 - own) / (1 - share)) : 0);
}

function sumOfStrongest(ratios: number[]): number {
  return ratios
    .sort((a, b) => b - a)
    .slice(0, STRONGEST)
    .reduce((sum, ratio) => sum + ratio, 0);
}

/** A random choice of `count` comes to the front: the first steps of a shuffle are enough. */
function bringToFront(positions: Int32Array, count: number, rng: Rng): void {
  for (let i = 0; i < count; i++) {
    const j = i + rng.integer(positions.length - i);
    const held = positions[i] as number;
    positions[i] = positions[j] as number;
    positions[j] = held;
  }
}
