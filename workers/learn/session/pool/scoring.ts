import type { PoolScoring } from '../../../api.ts';
import type { EncodedProject } from '../encoding/encoded-project.ts';

/** What of the items is looked at after each answer, and how far the others are; null = all of them are. */
export function scoringOf(
  { sampled, ids }: EncodedProject,
  before: PoolScoring | null,
): PoolScoring | null {
  if (!sampled) return null;
  const { total } = sampled;
  return { rows: ids.length, total, scored: before?.total === total ? before.scored : 0 };
}
