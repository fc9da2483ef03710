/**
 * Fairness between groups, by the names of the field: demographic parity (selection rates; Calders and
 * others 2009), equal opportunity and equalised odds (Hardt, Price and Srebro 2016). Every rate has its
 * interval and n; a gap is called real only where an exact test says so.
 */
import { proportion } from '../evaluation/wilson.ts';
import type { QualityFigure } from '../records.ts';
import { countsTest } from './counts-test.ts';

export interface Judged {
  readonly group: string;
  /** What the model says and what a person said blind: is it the class in question? */
  readonly said: boolean;
  readonly truth: boolean;
}

export interface GroupRates {
  readonly group: string;
  readonly n: number;
  /** Share that the model gives the class: demographic parity compares these. Null where n is 0. */
  readonly selection: QualityFigure | null;
  /** True positive rate: equal opportunity compares these. */
  readonly truePositive: QualityFigure | null;
  readonly falsePositive: QualityFigure | null;
  readonly accuracy: QualityFigure | null;
}

export function ratesByGroup(judged: readonly Judged[]): readonly GroupRates[] {
  const groups = [...new Set(judged.map(({ group }) => group))].sort();
  return groups.map((group) =>
    ratesOf(
      group,
      judged.filter((one) => one.group === group),
    ),
  );
}

function ratesOf(group: string, own: readonly Judged[]): GroupRates {
  const share = (among: readonly Judged[], is: (one: Judged) => boolean) =>
    proportion(among.filter(is).length, among.length);
  const said = ({ said }: Judged): boolean => said;
  return {
    group,
    n: own.length,
    selection: share(own, said),
    truePositive: share(
      own.filter(({ truth }) => truth),
      said,
    ),
    falsePositive: share(
      own.filter(({ truth }) => !truth),
      said,
    ),
    accuracy: share(own, ({ said, truth }) => said === truth),
  };
}

export type Rate = 'selection' | 'truePositive' | 'falsePositive' | 'accuracy';

export interface Gap {
  /** Largest less smallest rate, in [0, 1]. */
  readonly difference: number;
  /** Chance of so uneven rates if the groups were alike (chi-square over all groups). */
  readonly p: number;
  readonly highest: string;
  readonly lowest: string;
}

/** Null with fewer than two groups that have the rate. */
export function gapIn(rates: readonly GroupRates[], rate: Rate): Gap | null {
  const known = rates.flatMap((group) => {
    const figure = group[rate];
    return figure ? [{ group: group.group, figure }] : [];
  });
  if (known.length < 2) return null;
  const sorted = [...known].sort((a, b) => a.figure.value - b.figure.value);
  const lowest = sorted[0] as (typeof sorted)[number];
  const highest = sorted.at(-1) as (typeof sorted)[number];
  const hits = known.map(({ figure }) => Math.round(figure.value * figure.n));
  const misses = known.map(({ figure }, i) => figure.n - (hits[i] ?? 0));
  return {
    difference: highest.figure.value - lowest.figure.value,
    p: independence(hits, misses),
    highest: highest.group,
    lowest: lowest.group,
  };
}

/** Equalised odds: the larger of the two gaps, in true and in false positive rates. */
export function equalisedOdds(rates: readonly GroupRates[]): Gap | null {
  const gaps = [gapIn(rates, 'truePositive'), gapIn(rates, 'falsePositive')].filter(
    (gap) => gap !== null,
  );
  return gaps.reduce<Gap | null>(
    (worst, gap) => (worst && worst.difference >= gap.difference ? worst : gap),
    null,
  );
}

/** Hits and misses of each group as a table of two columns: transposed, the test of two samples. */
function independence(hits: readonly number[], misses: readonly number[]): number {
  return countsTest(hits, misses).p;
}
