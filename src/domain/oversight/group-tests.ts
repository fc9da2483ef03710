/**
 * Which gaps between groups are real: every measure by a test that holds for small counts, corrected for
 * the measures (Benjamini and Hochberg 1995) and for the fields that could have been looked at
 * (Bonferroni). Groups with too few answers are shown and not compared.
 */
import { proportion as figure } from '../evaluation/wilson.ts';
import { normalCdf } from '../math/normal.ts';
import type { Rng } from '../math/rng.ts';
import type { QualityFigure } from '../records.ts';
import { type DifferenceInterval, newcombe } from './difference.ts';
import { type GroupRates, type Judged, ratesByGroup } from './group-measures.ts';
import { adjust } from './many-tests.ts';
import { categoriesTest } from './resample.ts';

/** Answers that a rate of a group must rest on to be compared. */
export const LEAST_OF_GROUP = 10;
export const REAL_LEVEL = 0.05;

export const MEASURES = [
  'demographic-parity',
  'equal-opportunity',
  'equalised-odds',
  'accuracy',
  'calibration',
] as const;
export type Measure = (typeof MEASURES)[number];

export interface Scored extends Judged {
  /** Calibrated probability of the class in question, in [0, 1]. */
  readonly probability: number;
}

export interface GroupFigures extends GroupRates {
  /** Mean probability of the class, beside the share that is of the class. */
  readonly expected: number;
  readonly observed: QualityFigure | null;
}

export type GroupGap =
  | { readonly measure: Measure; readonly kind: 'too-few'; readonly needed: number }
  | {
      readonly measure: Measure;
      readonly kind: 'gap';
      /** Highest less lowest; calibration: observed less expected in the group that is furthest off. */
      readonly difference: DifferenceInterval;
      readonly highest: string;
      /** '' for calibration, which compares a group with what was promised. */
      readonly lowest: string;
      readonly p: number;
      /** Corrected for measures and fields. */
      readonly adjusted: number;
      readonly isReal: boolean;
    };

type Raw = Omit<Extract<GroupGap, { kind: 'gap' }>, 'adjusted' | 'isReal'>;
type Rate = 'selection' | 'truePositive' | 'falsePositive' | 'accuracy';

export function figuresByGroup(scored: readonly Scored[]): readonly GroupFigures[] {
  return ratesByGroup(scored).map((rates) => {
    const own = scored.filter(({ group }) => group === rates.group);
    const hits = own.filter(({ truth }) => truth).length;
    const expected = own.reduce((sum, { probability }) => sum + probability, 0) / own.length;
    return { ...rates, expected, observed: figure(hits, own.length) };
  });
}

/** In the order of `MEASURES`. `fields`: how many slices the person can choose from, at least 1. */
export function groupGaps(
  figures: readonly GroupFigures[],
  { fields, rng }: { readonly fields: number; readonly rng: Rng },
): readonly GroupGap[] {
  const odds = [rateGap(figures, 'truePositive', rng), rateGap(figures, 'falsePositive', rng)];
  const raw: readonly (Omit<Raw, 'measure'> | null)[] = [
    rateGap(figures, 'selection', rng),
    odds[0] ?? null,
    largerOf(odds),
    rateGap(figures, 'accuracy', rng),
    calibrationGap(figures),
  ];
  const known = raw.filter((gap) => gap !== null);
  const adjusted = adjust(known.map(({ p }) => p));
  return MEASURES.map((measure, i): GroupGap => {
    const gap = raw[i];
    if (!gap) return { measure, kind: 'too-few', needed: LEAST_OF_GROUP };
    const corrected = Math.min(1, (adjusted[known.indexOf(gap)] ?? 1) * fields);
    return { ...gap, measure, adjusted: corrected, isReal: corrected < REAL_LEVEL };
  });
}

function rateGap(
  figures: readonly GroupFigures[],
  rate: Rate,
  rng: Rng,
): Omit<Raw, 'measure'> | null {
  const known = figures.flatMap(({ group, [rate]: own }) =>
    own && own.n >= LEAST_OF_GROUP ? [{ group, own }] : [],
  );
  const sorted = [...known].sort((a, b) => a.own.value - b.own.value);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (!lowest || !highest || sorted.length < 2) return null;
  const hitsOf = ({ value, n }: QualityFigure): number => Math.round(value * n);
  const spread = (countOf: (own: QualityFigure) => number): string[] =>
    known.flatMap(({ group, own }) => new Array<string>(countOf(own)).fill(group));
  const reference = spread(hitsOf);
  const current = spread((own) => own.n - hitsOf(own));
  return {
    kind: 'gap',
    difference: newcombe(highest.own, lowest.own),
    highest: highest.group,
    lowest: lowest.group,
    p: categoriesTest({ reference, current }, rng).p,
  };
}

/** The larger gap, with p for having chosen it of the two. */
function largerOf(gaps: readonly (Omit<Raw, 'measure'> | null)[]): Omit<Raw, 'measure'> | null {
  // Equalised odds speaks of both rates: with one unknown nothing is said.
  const known = gaps.filter((gap) => gap !== null);
  const [first, second] = known;
  if (!first || !second) return null;
  const larger = first.difference.value >= second.difference.value ? first : second;
  return { ...larger, p: Math.min(1, 2 * Math.min(first.p, second.p)) };
}

/** Observed against expected in each group by the normal approximation, the worst, by Bonferroni. */
function calibrationGap(figures: readonly GroupFigures[]): Omit<Raw, 'measure'> | null {
  const known = figures.flatMap(({ group, expected, observed }) => {
    if (!observed || observed.n < LEAST_OF_GROUP) return [];
    const error = Math.sqrt(Math.max(1e-9, expected * (1 - expected)) / observed.n);
    const z = Math.abs(observed.value - expected) / error;
    return [{ group, expected, observed, p: 2 * (1 - normalCdf(z)) }];
  });
  if (known.length < 2) return null;
  const worst = known.reduce((a, b) => (b.p < a.p ? b : a));
  const { expected, observed } = worst;
  return {
    kind: 'gap',
    difference: {
      value: observed.value - expected,
      low: observed.low - expected,
      high: observed.high - expected,
    },
    highest: worst.group,
    lowest: '',
    p: Math.min(1, worst.p * known.length),
  };
}
