import type { LearnerMemory } from '../../../workers/api.ts';

/** Bytes held because of the items, all together. */
export function totalOf({ features, backend, probabilities }: LearnerMemory): number {
  return features + backend + probabilities;
}
