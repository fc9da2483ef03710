/** Whether one column has other values in the current window than in the reference window. */
import type { Rng } from '../math/rng.ts';
import { kolmogorovSmirnov } from './kolmogorov-smirnov.ts';
import { psi } from './psi.ts';
import { categoriesTest, countCategories } from './resample.ts';

export type ColumnSamples =
  | {
      readonly kind: 'number';
      readonly reference: readonly number[];
      readonly current: readonly number[];
    }
  | {
      readonly kind: 'category';
      readonly reference: readonly string[];
      readonly current: readonly string[];
    };

export interface ColumnDrift {
  readonly test: 'kolmogorov-smirnov' | 'chi-square';
  readonly statistic: number;
  /** Chance of so large a difference if nothing changed. */
  readonly p: number;
  /** Population stability index over tenths of the reference (numbers) or over the categories. */
  readonly psi: number;
  /** Values compared on each side. */
  readonly n: readonly [number, number];
}

const BINS = 10;

export function columnDrift(samples: ColumnSamples, rng: Rng): ColumnDrift {
  const n = [samples.reference.length, samples.current.length] as const;
  if (samples.kind === 'number') {
    const { statistic, p } = kolmogorovSmirnov(samples.reference, samples.current);
    return { test: 'kolmogorov-smirnov', statistic, p, psi: psiOfNumbers(samples), n };
  }
  const { statistic, p } = categoriesTest(samples, rng);
  const counted = countCategories(samples);
  return {
    test: 'chi-square',
    statistic,
    p,
    psi: psi(counted.reference, counted.current),
    n,
  };
}

function psiOfNumbers({ reference, current }: ColumnSamples & { readonly kind: 'number' }): number {
  const sorted = [...reference].sort((a, b) => a - b);
  const cuts = Array.from(
    { length: BINS - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / BINS)] ?? 0,
  );
  const edges = [...new Set(cuts)];
  const count = (values: readonly number[]): number[] => {
    const bins = new Array<number>(edges.length + 1).fill(0);
    for (const value of values) {
      const at = edges.filter((edge) => value >= edge).length;
      bins[at] = (bins[at] ?? 0) + 1;
    }
    return bins;
  };
  return psi(count(reference), count(current));
}

/** In steps of a series: what goes up in so many of them is a clock or a running number. */
const MOSTLY = 0.9;
const FEWEST_STEPS = 20;

/**
 * True for numbers in order of arrival that all but always stay or go up and end far from where they
 * began: they differ between any two windows, and that is no news.
 */
export function isMoving(values: readonly number[]): boolean {
  if (values.length <= FEWEST_STEPS) return false;
  let up = 0;
  for (let i = 1; i < values.length; i++)
    if ((values[i] as number) >= (values[i - 1] as number)) up++;
  return up / (values.length - 1) >= MOSTLY && (values.at(-1) as number) > (values[0] as number);
}
