/** How the model treats groups of items, on audit answers. Pure. */

import type { Range } from '../../../src/domain/focus.ts';
import { createRng, deriveSeed } from '../../../src/domain/math/rng.ts';
import {
  figuresByGroup,
  groupGaps,
  type Scored,
} from '../../../src/domain/oversight/group-tests.ts';
import type { ItemId } from '../../../src/domain/records.ts';
import type { FairnessReport } from '../../oversight-api.ts';

const MOST_ASKED = 30;

export interface FairnessSource {
  /** One audit answer each. */
  readonly scored: readonly Scored[];
  /** Items nobody has decided on. */
  readonly open: readonly { readonly id: ItemId; readonly group: string }[];
  readonly isCut: boolean;
  /** Stretches of numbers by the name of the group, where numbers were cut. */
  readonly ranges: ReadonlyMap<string, Range>;
  /** How many slices the person can choose from. */
  readonly fields: number;
  readonly seed: number;
}

export function fairnessOf(source: FairnessSource): FairnessReport {
  const { scored, open, isCut, ranges, fields, seed } = source;
  const groups = figuresByGroup(scored);
  const rng = createRng(deriveSeed(seed, 'fairness'));
  const gaps = groupGaps(groups, { fields: Math.max(1, fields), rng });
  return { audits: scored.length, groups, gaps, isCut, ask: leastKnown(groups, open, ranges) };
}

/** The group whose accuracy has the widest interval among those that have open items. */
function leastKnown(
  groups: FairnessReport['groups'],
  open: FairnessSource['open'],
  ranges: FairnessSource['ranges'],
): FairnessReport['ask'] {
  const widths = new Map(
    groups.map(({ group, accuracy }) => [group, accuracy ? accuracy.high - accuracy.low : 1]),
  );
  // A group that no audit answer has is known least of all.
  const widthOf = (group: string): number => widths.get(group) ?? 1;
  const candidates = [...new Set(open.map(({ group }) => group))];
  const worst = candidates.sort((a, b) => widthOf(b) - widthOf(a))[0];
  if (worst === undefined) return null;
  const own = open.filter(({ group }) => group === worst).slice(0, MOST_ASKED);
  const range = ranges.get(worst) ?? null;
  return { group: worst, range, itemIds: own.map(({ id }) => id) };
}
