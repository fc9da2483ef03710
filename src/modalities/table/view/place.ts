/** Where a cell lies among those of its column. Pure. */
import { readDate } from '../dates.ts';
import { isMissing } from '../missing.ts';
import { readNumber } from '../numbers.ts';
import type { ColumnOverview, DateOverview, NumberOverview } from '../overview.ts';

export type Unusual = 'high' | 'low' | 'rare' | 'unseen' | null;

export type Place =
  | { readonly kind: 'missing' }
  /** Share of the rows below it, in [0, 1]. */
  | { readonly kind: 'rank'; readonly rank: number; readonly unusual: Unusual }
  /** Share of the rows that have it, in [0, 1]. */
  | { readonly kind: 'share'; readonly share: number; readonly unusual: Unusual }
  | { readonly kind: 'none' };

/** Ranks of the quantiles that an overview keeps. */
export const RANKS = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;
const RARE_SHARE = 0.02;
const OUTER = 0.05;

export function placeOfCell(cell: string, column: ColumnOverview | undefined): Place {
  if (isMissing(cell)) return { kind: 'missing' };
  if (!column || column.kind === 'text') return { kind: 'none' };
  if (column.kind === 'category') {
    const share = column.levels.find(({ level }) => level === cell.trim())?.share ?? 0;
    const unusual = share === 0 ? 'unseen' : share < RARE_SHARE ? 'rare' : null;
    return { kind: 'share', share, unusual };
  }
  const value = numberIn(cell, column);
  if (!Number.isFinite(value)) return { kind: 'none' };
  const rank = rankOf(value, column.quantiles);
  const unusual = rank > 1 - OUTER ? 'high' : rank < OUTER ? 'low' : null;
  return { kind: 'rank', rank, unusual };
}

export function numberIn(cell: string, column: NumberOverview | DateOverview): number {
  return column.kind === 'number' ? readNumber(cell, column.mark) : readDate(cell, column.order);
}

/** By linear interpolation between the quantiles kept; ties count half. */
export function rankOf(value: number, quantiles: readonly number[]): number {
  const below = quantiles.findLastIndex((one) => one < value);
  const above = quantiles.findIndex((one) => one > value);
  if (above < 0 && below < 0) return 0.5;
  if (below < 0) return value < (quantiles[0] as number) ? 0 : midRank(0, above);
  if (above < 0) return value > (quantiles.at(-1) as number) ? 1 : midRank(below + 1, RANKS.length);
  if (above - below > 1) return midRank(below + 1, above);
  const [low, high] = [quantiles[below] as number, quantiles[above] as number];
  const [from, to] = [RANKS[below] as number, RANKS[above] as number];
  return from + ((value - low) / (high - low)) * (to - from);
}

/** Middle of the ranks whose quantiles all equal the value. */
function midRank(first: number, end: number): number {
  return ((RANKS[first] as number) + (RANKS[end - 1] as number)) / 2;
}

/** Share of the way from the least to the most, in [0, 1], where most of the column is to be seen. */
export function positionOf(value: number, quantiles: readonly number[]): number {
  const [low, high] = [quantiles[1] as number, quantiles[5] as number];
  const [least, most] = [quantiles[0] as number, quantiles[6] as number];
  const reach = Math.max(high - low, 1e-12);
  const from = Math.max(least, low - 0.25 * reach);
  const to = Math.min(most, high + 0.25 * reach);
  return Math.min(1, Math.max(0, (value - from) / Math.max(to - from, 1e-12)));
}
