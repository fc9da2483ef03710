import type { LearnerMemory } from '../../api.ts';
import type { LearnSession } from './learn-session.ts';

/** What the learner holds in memory because of the items, in bytes. */
export function memoryOf({ encoded, learner, engine }: LearnSession): LearnerMemory {
  const { dense, sparse } = encoded.features;
  const features =
    dense.byteLength +
    sparse.indptr.byteLength +
    sparse.indices.byteLength +
    sparse.values.byteLength;
  return {
    features,
    // The backend has the dense part once more, where it computes.
    backend: engine.id === 'cpu' ? 0 : dense.byteLength,
    probabilities: learner.probabilities.byteLength,
    rows: encoded.ids.length,
  };
}
