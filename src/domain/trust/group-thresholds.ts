/**
 * Thresholds of their own for groups of items: a mitigation with a price, since two people whose items
 * look alike to the model are then decided for by different measures. So each says who set it and when,
 * and every batch of decisions keeps those that were in force.
 */
import type { AnnotatorId } from '../records.ts';

export interface GroupThreshold {
  readonly id: string;
  /** Column or imported field, and the value that its items have there. */
  readonly field: string;
  readonly value: string;
  /** The probability that an accepted answer exceeds, in [0, 1]. */
  readonly least: number;
  readonly by: AnnotatorId;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** The threshold of the group that the item belongs to, the first where several would do; null for none. */
export function groupThresholdOf(
  groups: readonly GroupThreshold[],
  fields: Readonly<Record<string, string>>,
): GroupThreshold | null {
  return groups.find(({ field, value }) => isOf(fields[field], value)) ?? null;
}

const isOf = (cell: string | undefined, value: string): boolean =>
  cell !== undefined && cell.trim().toLowerCase() === value.trim().toLowerCase();

/** With this one set, instead of what was set for its group before. */
export function withGroupThreshold(
  groups: readonly GroupThreshold[],
  own: GroupThreshold,
): readonly GroupThreshold[] {
  return [...withoutGroup(groups, own), own];
}

export function withoutGroup(
  groups: readonly GroupThreshold[],
  { field, value }: Pick<GroupThreshold, 'field' | 'value'>,
): readonly GroupThreshold[] {
  return groups.filter((one) => one.field !== field || !isOf(one.value, value));
}
