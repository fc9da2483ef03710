/**
 * When the labels speak against what was said of a feature. "For c": fewer of the labelled items
 * that have it are c than chance allows, were it no evidence at all; "against c": more are c;
 * "irrelevant": one class is more frequent among them than among all. One-sided exact binomial
 * tests at 5 % (for "irrelevant" divided by the number of classes, Bonferroni).
 */
import { binomialTail } from '../math/binomial.ts';
import type { FeatureStance } from './gestures.ts';

const LEVEL = 0.05;
/** With fewer labelled items than this nothing is said. */
const MIN_LABELS = 5;

export interface ConflictInput {
  readonly stance: FeatureStance;
  /** Class spoken of, or -1. */
  readonly classIndex: number;
  /** Labels per class among the items that have the feature, and among all. */
  readonly withFeature: readonly number[];
  readonly all: readonly number[];
}

/** Labelled items with the feature and those among them that disagree; null = no conflict. */
export function findConflict(input: ConflictInput): { labels: number; disagree: number } | null {
  const { stance, classIndex, withFeature, all } = input;
  const labels = sum(withFeature);
  const total = sum(all);
  if (stance === 'later' || labels < MIN_LABELS || total === 0) return null;
  const rate = (c: number): number => (all[c] ?? 0) / total;
  if (stance === 'irrelevant') {
    const level = LEVEL / Math.max(1, all.length);
    const surprises = withFeature
      .map((count, c) => ({ count, p: binomialTail(count, labels, rate(c)) }))
      .filter(({ p }) => p < level)
      .sort((a, b) => a.p - b.p);
    const [first] = surprises;
    return first ? { labels, disagree: first.count } : null;
  }
  const own = withFeature[classIndex] ?? 0;
  const disagree = stance === 'for' ? labels - own : own;
  const expected = stance === 'for' ? 1 - rate(classIndex) : rate(classIndex);
  return binomialTail(disagree, labels, expected) < LEVEL ? { labels, disagree } : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
