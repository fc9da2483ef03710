/**
 * Questions steered to one group of items for a while, because little is known of it. A share of the
 * questions comes from the group, by seed and number of decisions alone, so that the queue keeps them
 * while it is rebuilt. They are learned as any question that was not drawn at random; the random checks
 * go on over all items, and measure as before.
 */
import { createRng, deriveSeed } from './math/rng.ts';
import type { ProjectSettings } from './records.ts';

export interface Focus {
  /** Column or imported field, and the name of the group by it. */
  readonly field: string;
  readonly group: string;
  /** The group is a stretch of numbers [low, high); null = the items whose cell is its name. */
  readonly range: Range | null;
  /** Of the questions, in (0, 1]. */
  readonly share: number;
  /** Questions that it lasts, and decisions that were made before the first of them. */
  readonly count: number;
  readonly from: number;
}

/** A bound that is null is none. */
export interface Range {
  readonly low: number | null;
  readonly high: number | null;
}

/** Questions that it lasts from now on; 0 once it is over. */
export function focusLeft({ from, count }: Focus, decisions: number): number {
  return Math.max(0, Math.min(count, from + count - decisions));
}

/** Whether the question that follows so many decisions is to come from the group. */
export function isFocused(focus: Focus, decision: number, seed: number): boolean {
  if (decision < focus.from || focusLeft(focus, decision) === 0) return false;
  return createRng(deriveSeed(seed, 'focus', decision)).next() < focus.share;
}

/** What is wrong with it in plain words, or null. */
export function focusProblem({ focus }: Pick<ProjectSettings, 'focus'>): string | null {
  if (!focus) return null;
  const { share, count } = focus;
  if (!(share > 0 && share <= 1))
    return `Between 0 and 100 % of the questions can come from one group, not ${share * 100} %.`;
  return Number.isInteger(count) && count >= 1 && count <= 1_000
    ? null
    : `A group can be asked about for 1 to 1,000 questions, not ${count}.`;
}
