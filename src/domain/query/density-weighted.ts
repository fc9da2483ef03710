import { marginOf } from './margin.ts';
import type { QueryInput, QueryStrategy, QueryVectors } from './strategy.ts';
import { topRows } from './top-rows.ts';
import { meanOf } from './vector-math.ts';

/**
 * Mean cosine of a row with all of the pool, at least 0: as the rows have unit length it is the
 * inner product with their mean, so it costs one pass. 1 where there are no vectors.
 */
export function densityOf(vectors: QueryVectors, mean: Float64Array, row: number): number {
  const { dims, values } = vectors;
  if (dims === 0) return 1;
  let sum = 0;
  for (let k = 0; k < dims; k++) sum += (values[row * dims + k] as number) * (mean[k] as number);
  return Math.max(0, sum);
}

function rank(input: QueryInput) {
  const { vectors, candidates, count } = input;
  const mean = meanOf(vectors, candidates);
  const why = { kind: 'typical', unsure: true } as const;
  return topRows(
    candidates,
    count,
    (row) => (1 - marginOf(input, row)) * densityOf(vectors, mean, row),
    () => why,
  );
}

export const densityWeighted = {
  id: 'density-weighted',
  family: 'spread',
  label: 'Density-weighted',
  hint: 'Asks where the model wavers and many other items are alike, so that an answer speaks for many.',
  source: 'Settles and Craven, EMNLP 2008: (1 - margin) times the mean similarity to the pool',
  needsModel: true,
  rank,
} as const satisfies QueryStrategy;
