/**
 * Pearson's chi-square of two samples with p by shuffling who belongs to which: exact in the mean however
 * rare the categories, where the asymptotic p is not. Shuffling stops early once enough draws were as
 * extreme (Besag and Clifford 1991), so that only striking differences cost all of them.
 */
import { type Rng, shuffled } from '../math/rng.ts';
import { countsTest } from './counts-test.ts';
import type { TestResult } from './kolmogorov-smirnov.ts';

/** The least p is one in ten thousand. */
const DRAWS = 9_999;
const ENOUGH = 20;
/** Cochran's rule: with no less expected in any cell the asymptotic p is fair. */
const LEAST_EXPECTED = 5;

export interface CategorySamples {
  readonly reference: readonly string[];
  readonly current: readonly string[];
}

export interface Counted {
  readonly names: readonly string[];
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

/** Categories in the order of their total, most frequent first. */
export function countCategories({ reference, current }: CategorySamples): Counted {
  const counts = new Map<string, [number, number]>();
  const add = (name: string, side: 0 | 1): void => {
    const own = counts.get(name) ?? [0, 0];
    own[side] += 1;
    counts.set(name, own);
  };
  for (const name of reference) add(name, 0);
  for (const name of current) add(name, 1);
  const rows = [...counts].sort(([, a], [, b]) => b[0] + b[1] - a[0] - a[1]);
  return {
    names: rows.map(([name]) => name),
    reference: rows.map(([, [count]]) => count),
    current: rows.map(([, [, count]]) => count),
  };
}

export function categoriesTest(samples: CategorySamples, rng: Rng): TestResult {
  const counted = countCategories(samples);
  const { reference, current } = counted;
  const n = samples.reference.length;
  const m = samples.current.length;
  if (n === 0 || m === 0 || reference.length < 2) return { statistic: 0, p: 1 };
  const totals = reference.map((count, i) => count + (current[i] ?? 0));
  const least = (Math.min(...totals) * Math.min(n, m)) / (n + m);
  const asymptotic = countsTest(reference, current);
  if (least >= LEAST_EXPECTED) return asymptotic;
  return { statistic: asymptotic.statistic, p: shuffledP(totals, current, rng) };
}

/** Given the totals, chi-square grows with the sum of squares of one side over the totals. */
function shuffledP(totals: readonly number[], current: readonly number[], rng: Rng): number {
  const weigh = (counts: ArrayLike<number>): number =>
    totals.reduce((sum, total, i) => sum + (counts[i] as number) ** 2 / total, 0);
  const observed = weigh(current) - 1e-9; // Equal draws must not lose to rounding.
  const m = current.reduce((a, b) => a + b, 0);
  const order = shuffled(
    totals.flatMap((total, i) => new Array<number>(total).fill(i)),
    rng,
  );
  const drawn = new Int32Array(totals.length);
  let asLarge = 0;
  for (let draw = 1; draw <= DRAWS; draw++) {
    drawn.fill(0);
    drawFirst(order, m, rng);
    for (let i = 0; i < m; i++) drawn[order[i] as number] = (drawn[order[i] as number] ?? 0) + 1;
    if (weigh(drawn) >= observed) asLarge++;
    if (asLarge === ENOUGH) return ENOUGH / draw;
  }
  return (asLarge + 1) / (DRAWS + 1);
}

/** Brings a random choice of `m` to the front: the first steps of a shuffle are enough. */
function drawFirst(order: number[], m: number, rng: Rng): void {
  for (let i = 0; i < m; i++) {
    const j = i + rng.integer(order.length - i);
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
}
