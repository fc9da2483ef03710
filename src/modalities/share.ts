/**
 * What each part of an item says for one class. Pure. A part that occurs more than once (a word)
 * counts as one, since what is said of it holds wherever it stands. Where an item has one class, only differences between
 * the classes matter, so shares are centred: minus their mean over the classes. Where classes are
 * independent, each share stands for itself.
 */
import { type FeatureRef, featureKey } from '../domain/explanation/feature.ts';
import type { LabelMode } from '../domain/records.ts';
import type { AttributedPart } from './explain-contract.ts';

/** All places of one part, and what they add to each class together. */
export interface PartGroup<Part extends AttributedPart = AttributedPart> {
  readonly key: string;
  readonly feature: FeatureRef;
  /** In the order of the item. */
  readonly parts: readonly Part[];
  readonly named: readonly number[];
  readonly latent: readonly number[];
}

/** What one part says for one class, in units of the score (log-odds). */
export interface PartShare<Part extends AttributedPart = AttributedPart> {
  readonly key: string;
  readonly parts: readonly Part[];
  /** Through named features: exact. */
  readonly named: number;
  /** Through the latent view. */
  readonly latent: number;
  readonly total: number;
}

export function groupParts<Part extends AttributedPart>(
  parts: readonly Part[],
): readonly PartGroup<Part>[] {
  const byKey = new Map<string, Part[]>();
  for (const part of parts) {
    const key = featureKey(part.feature);
    const known = byKey.get(key);
    if (known) known.push(part);
    else byKey.set(key, [part]);
  }
  return [...byKey].map(([key, same]) => ({
    key,
    feature: (same[0] as Part).feature,
    parts: same,
    named: addUp(same.map(({ named }) => named)),
    latent: addUp(same.map(({ latent }) => latent)),
  }));
}

function addUp(rows: readonly (readonly number[])[]): readonly number[] {
  const sum = [...(rows[0] ?? [])];
  for (const row of rows.slice(1))
    for (const [c, value] of row.entries()) sum[c] = (sum[c] ?? 0) + value;
  return sum;
}

/** The value for one class, centred where classes exclude each other. */
export function centredAt(values: readonly number[], index: number, mode: LabelMode): number {
  const own = values[index] ?? 0;
  if (mode === 'multi' || values.length === 0) return own;
  return own - values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function sharesFor<Part extends AttributedPart>(
  groups: readonly PartGroup<Part>[],
  index: number,
  mode: LabelMode,
): readonly PartShare<Part>[] {
  return groups.map(({ key, parts, ...group }) => {
    const named = centredAt(group.named, index, mode);
    const latent = centredAt(group.latent, index, mode);
    return { key, parts, named, latent, total: named + latent };
  });
}

/** The largest share of any part for any class, so that strengths compare between classes. */
export function scaleOf(groups: readonly PartGroup[], mode: LabelMode): number {
  let largest = 0;
  for (const { named, latent } of groups) {
    for (let index = 0; index < named.length; index++) {
      const total = centredAt(named, index, mode) + centredAt(latent, index, mode);
      largest = Math.max(largest, Math.abs(total));
    }
  }
  return largest;
}

/** 0: says next to nothing. */
export type Strength = 0 | 1 | 2 | 3;

/** Beside the strongest part of the item, and in log-odds: both must be reached. */
const RELATIVE = [0.08, 0.3, 0.6] as const;
const ABSOLUTE = [0.002, 0.05, 0.15] as const;

export function strengthOf(total: number, scale: number): Strength {
  const size = Math.abs(total);
  const reached = RELATIVE.filter(
    (step, level) => size >= step * scale && size >= (ABSOLUTE[level] ?? 0),
  );
  return reached.length as Strength;
}
